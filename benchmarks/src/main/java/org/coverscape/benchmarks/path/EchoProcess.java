package org.coverscape.benchmarks.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;

/** An {@link EchoServer} in a JVM of its own, so that its work is not counted as the client's. */
final class EchoProcess implements AutoCloseable {
  private final Process process;
  private final ServiceEndpoint endpoint;

  private EchoProcess(Process process, ServiceEndpoint endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  static EchoProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    EchoServer.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = process.inputReader();
    String port = said.readLine();
    if (port == null) {
      throw new IOException("The echo service did not start.");
    }
    return new EchoProcess(process, ServiceEndpoint.parse("localhost:" + port));
  }

  ServiceEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
