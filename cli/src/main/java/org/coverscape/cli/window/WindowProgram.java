package org.coverscape.cli.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desktop application, started as a process of its own: the command line does not carry its
 * classes. Where they are, the launcher says in the system property {@code coverscape.window}, a
 * class path.
 *
 * @param java the folder of the Java that runs it
 * @param classPath where its classes are; empty when the launcher did not say
 * @param system the value of {@code os.name}
 * @param environment the environment variables; {@code COVERSCAPE_JAVA_OPTIONS} holds options for
 *     its Java, separated by spaces
 */
public record WindowProgram(
    Path java, Optional<String> classPath, String system, Map<String, String> environment) {
  private static final String MAIN = "org.coverscape.app.Main";

  /** What the application's main class returns when the screen's toolkit does not start. */
  private static final int NO_SCREEN = 3;

  /** The window of this installation. */
  public static WindowProgram handedOver() {
    return new WindowProgram(
        Path.of(System.getProperty("java.home")),
        Optional.ofNullable(System.getProperty("coverscape.window")),
        System.getProperty("os.name", ""),
        System.getenv());
  }

  /** What keeps the window from opening, as far as can be told beforehand. */
  public Optional<Obstacle> obstacle() throws InterruptedException {
    if (!Display.isPresent(system, environment)) {
      return Optional.of(Obstacle.NO_DISPLAY);
    }
    if (classPath.isEmpty()) {
      return Optional.of(Obstacle.NO_PROGRAM);
    }
    boolean linux = system.equals("Linux");
    return linux && !SystemLibraries.arePresent()
        ? Optional.of(Obstacle.NO_LIBRARIES)
        : Optional.empty();
  }

  /** What an exit code of the window tells of its start. */
  public Optional<Obstacle> obstacle(int exitCode) {
    return exitCode == NO_SCREEN ? Optional.of(Obstacle.CLOSED_DISPLAY) : Optional.empty();
  }

  /**
   * Starts the window; it shares this program's streams and gets Ctrl-C with it.
   *
   * @throws IOException when Java does not start
   */
  public Process start(List<String> arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(Runtime.version().feature(), arguments));
    // through the environment, as for the scoring service: it makes too long a command line
    classPath.ifPresent(path -> builder.environment().put("CLASSPATH", path));
    return builder.inheritIO().start();
  }

  /**
   * The command line of the window.
   *
   * @param feature the feature release of Java
   */
  List<String> command(int feature, List<String> arguments) {
    List<String> command = new ArrayList<>();
    String name = system.startsWith("Windows") ? "java.exe" : "java";
    command.add(java.resolve("bin").resolve(name).toString());
    if (feature >= 24) {
      // else the libraries' native code and use of Unsafe are warned of on the terminal
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Xmx1g");
    // libraries that find no log to write to are not to say so on the terminal
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    String more = environment.getOrDefault("COVERSCAPE_JAVA_OPTIONS", "").strip();
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split("\\s+")));
    }
    command.add(MAIN);
    command.addAll(arguments);
    return command;
  }
}
