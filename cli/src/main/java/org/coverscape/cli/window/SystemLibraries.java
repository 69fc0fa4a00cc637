package org.coverscape.cli.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks for the libraries that JavaFX loads on Linux, which fails with a stack trace otherwise. */
final class SystemLibraries {
  /** Without the others, it draws by software or stays silent. */
  private static final List<String> NEEDED = List.of("libgtk-3.so.0", "libXtst.so.6");

  private static final List<String> LIST = List.of("/sbin/ldconfig", "-p");
  private static final long SECONDS = 5;

  private SystemLibraries() {}

  /** Whether all are there; also where that cannot be told. */
  static boolean arePresent() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(LIST).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String known = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean told = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      return !told || areListed(known);
    } catch (IOException e) {
      // not every Linux has the program; the window then says for itself what it lacks
      return true;
    }
  }

  /**
   * Whether all are in a list.
   *
   * @param known what {@code ldconfig -p} prints
   */
  static boolean areListed(String known) {
    return NEEDED.stream().allMatch(known::contains);
  }
}
