package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the built command line as a process of its own, with the launcher's memory limit. */
final class Coverscape {
  private static final long LIMIT_SECONDS = 300;

  private Coverscape() {}

  /**
   * What a run came to.
   *
   * @param exit its exit code
   * @param out standard output
   * @param err standard error
   */
  record Result(int exit, String out, String err) {
    /** The lines on standard error. */
    List<String> errorLines() {
      return err.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  /** Sees to it that a run was refused in one plain sentence that says something. */
  static void assertRefused(Result result, String saying) {
    assertEquals(2, result.exit(), result.err());
    assertEquals(1, result.errorLines().size(), result.err());
    assertTrue(result.err().contains(saying), result.err());
    assertTrue(result.err().strip().endsWith("."), result.err());
    assertFalse(result.err().contains("Exception"), result.err());
  }

  /** Runs one verb to its end. */
  static Result run(String... args) {
    try {
      Path out = Files.createTempFile("coverscape", ".out");
      Path err = Files.createTempFile("coverscape", ".err");
      Process process =
          builder(args).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("coverscape did not end: " + String.join(" ", args));
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** A run that is not started yet. */
  static ProcessBuilder builder(String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "org.coverscape.cli.Main"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  /** The project's root. */
  static Path root() {
    return Path.of(System.getProperty("coverscape.root"));
  }

  /** A file of the real data beside the project; it may be absent. */
  static Path data(String name) {
    return root().resolve("../shared/data").resolve(name).normalize();
  }

  /** Runs another program and returns what it printed; used for GDAL. */
  static String tool(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + out);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Whether a program is installed. */
  static boolean has(String program) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
