package org.coverscape.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.coverscape.cli.window.Obstacle;
import org.coverscape.cli.window.WindowProgram;

/** Opens the window and stays until it is closed. */
final class WindowRun {
  private final Reporter reporter;
  private final WindowProgram program;

  WindowRun(Reporter reporter, WindowProgram program) {
    this.reporter = reporter;
    this.program = program;
  }

  /**
   * Runs the window to its end and returns its exit code; being stopped stops it too.
   *
   * @throws UserException when it cannot be opened
   */
  int open(List<String> arguments) throws IOException, InterruptedException {
    refuse(program.obstacle());
    reporter.note("Opening the window ...");
    Process process = program.start(arguments);
    try (InterruptHook interrupt = InterruptHook.install(process::destroy)) {
      int exit = process.waitFor();
      if (interrupt.fired()) {
        return ExitCode.CANCELLED;
      }
      refuse(program.obstacle(exit));
      return exit;
    } finally {
      process.destroy();
    }
  }

  private static void refuse(Optional<Obstacle> obstacle) {
    if (obstacle.isPresent()) {
      throw new UserException(obstacle.get().sentence());
    }
  }
}
