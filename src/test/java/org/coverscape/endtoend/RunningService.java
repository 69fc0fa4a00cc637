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

  /** With the bundled network, unless options say otherwise. */
  static RunningService start(String... options) throws IOException {
    return startAt(0, options);
  }

  /** An emulated FPGA service on a free port. */
  static RunningService emulated(String timing) throws IOException {
    return startAt(0, "--fpga", timing);
  }

  /** The same at the port where another one was. */
  static RunningService emulatedAgainAt(RunningService gone, String timing) throws IOException {
    return startAt(gone.port(), "--fpga", timing);
  }

  private static RunningService startAt(int port, String... options) throws IOException {
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
    return new RunningService(process, new ObjectMapper().readTree(json.toString()));
  }

  /** What it said of itself when it was ready. */
  JsonNode announced() {
    return announced;
  }

  int port() {
    return announced.path("port").asInt();
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
    return "127.0.0.1:" + port();
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
