package org.coverscape.service;

import java.io.IOException;
import java.io.InputStream;
import org.coverscape.service.embedded.ReadyLine;

/**
 * The scoring service as a program. It prints the {@link ReadyLine} when it answers, and nothing
 * else on standard output; it ends with status 2 and one sentence when it cannot start.
 *
 * <p>With {@code --embedded} it ends when its standard input does, because its parent has then
 * gone, and leaves Ctrl-C to the parent; otherwise it runs until it is told to stop by a signal.
 *
 * <p>The only class outside the command line that uses the standard streams: they are how parent
 * and child talk.
 */
public final class ServiceMain {
  private ServiceMain() {}

  /** Runs the service; see {@link ServiceArguments} for the options. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      ServiceArguments parsed = ServiceArguments.parse(arguments);
      if (parsed.embedded()) {
        TerminalSignals.ignore();
      }
      run(parsed);
      System.exit(0); // whatever threads a library has left behind
    } catch (StartFault | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(ServiceArguments arguments) throws StartFault, InterruptedException {
    try (ScoringServer server = ScoringServer.start(arguments.config())) {
      System.out.println(new ReadyLine(server.port(), server.model().toString()));
      System.out.flush();
      if (arguments.embedded()) {
        awaitEnd(System.in);
      } else {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "coverscape-shutdown"));
        server.awaitTermination();
      }
    }
  }

  /** Waits until a stream ends, or breaks, which means the same here. */
  private static void awaitEnd(InputStream stream) {
    try {
      int next = stream.read();
      while (next != -1) {
        next = stream.read();
      }
    } catch (IOException e) {
      System.err.println("The parent's pipe broke, so the service ends.");
    }
  }
}
