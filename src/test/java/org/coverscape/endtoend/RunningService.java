package org.coverscape.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A scoring service that several runs share: {@code coverscape serve} on a free port. */
final class RunningService implements AutoCloseable {
  private final Process process;
  private final int port;

  private RunningService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static RunningService start() throws IOException {
    Process process =
        Coverscape.builder("serve", "--port", "0", "--json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder json = new StringBuilder();
    String line = out.readLine();
    while (line != null) {
      json.append(line);
      if (line.equals("}")) {
        break;
      }
      line = out.readLine();
    }
    return new RunningService(
        process, new ObjectMapper().readTree(json.toString()).path("port").asInt());
  }

  /** For {@code --services}. */
  String endpoint() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new AssertionError("serve did not end when it was asked to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
