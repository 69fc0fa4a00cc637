package org.coverscape.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A scoring service that several runs share: {@code coverscape serve} on a free port. */
final class RunningService implements AutoCloseable {
  private final Process process;
  private final JsonNode announced;

  private RunningService(Process process, JsonNode announced) {
    this.process = process;
    this.announced = announced;
  }

  /** Starts it with more options. */
  static RunningService start(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--json"));
    arguments.addAll(List.of(options));
    Process process =
        Coverscape.builder(arguments.toArray(String[]::new))
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
    return new RunningService(process, new ObjectMapper().readTree(json.toString()));
  }

  /** What it said of itself when it was ready. */
  JsonNode announced() {
    return announced;
  }

  /** For {@code --services}. */
  String endpoint() {
    return "127.0.0.1:" + announced.path("port").asInt();
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
