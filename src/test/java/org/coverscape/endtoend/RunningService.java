package org.coverscape.endtoend;

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
  private final int port;

  private RunningService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** With the bundled network. */
  static RunningService start() throws IOException {
    return start(0);
  }

  /** An emulated FPGA service on a free port. */
  static RunningService emulated(String timing) throws IOException {
    return start(0, "--fpga", timing);
  }

  /** The same at the port where another one was. */
  static RunningService emulatedAgainAt(RunningService gone, String timing) throws IOException {
    return start(gone.port, "--fpga", timing);
  }

  private static RunningService start(int port, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--port", String.valueOf(port), "--json"));
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
    return new RunningService(
        process, new ObjectMapper().readTree(json.toString()).path("port").asInt());
  }

  int port() {
    return port;
  }

  /** Sends the process a signal, such as STOP. */
  void signal(String name) {
    Coverscape.tool("kill", "-" + name, String.valueOf(process.pid()));
  }

  /** Ends the process without a word to anybody, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
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
