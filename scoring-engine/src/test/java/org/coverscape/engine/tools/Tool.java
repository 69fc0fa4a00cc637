package org.coverscape.engine.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs other programs that tests are held against, where they are installed. */
public final class Tool {
  private Tool() {}

  /** What a program prints; the test is skipped where there is no such program. */
  public static String run(List<String> command, String input) throws IOException {
    assumeTrue(present(command.get(0)), command.get(0) + " is not installed");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What a program prints, without input. */
  public static String run(String... command) throws IOException {
    return run(List.of(command), "");
  }

  private static boolean present(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
