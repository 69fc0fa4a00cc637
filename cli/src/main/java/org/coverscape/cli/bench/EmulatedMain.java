package org.coverscape.cli.bench;

import java.io.IOException;
import java.util.stream.Collectors;
import org.coverscape.service.EmulatedServers;
import org.coverscape.service.ServerConfig;
import org.coverscape.service.StartFault;
import org.coverscape.service.emulation.FpgaSyntax;

/**
 * Emulated services as a program of its own, so that their work is not counted as the client's.
 * Prints its ports, {@value #READY} before them, and ends when its standard input does, which it
 * also does when its parent is killed.
 */
final class EmulatedMain {
  /** Begins the one line of output. */
  static final String READY = "emulated-services ready ports=";

  private EmulatedMain() {}

  /**
   * Runs the services.
   *
   * @param arguments the settings of {@code --fpga}, and how many services
   */
  public static void main(String[] arguments) throws IOException {
    try (EmulatedServers servers =
        EmulatedServers.start(
            ServerConfig.loopback(0),
            FpgaSyntax.parse(arguments[0]),
            Integer.parseInt(arguments[1]))) {
      System.out.println(
          READY + servers.ports().stream().map(String::valueOf).collect(Collectors.joining(",")));
      System.out.flush();
      while (System.in.read() != -1) {
        // whatever is said to it, it waits for the end
      }
    } catch (StartFault | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    System.exit(0); // whatever threads a library has left behind
  }
}
