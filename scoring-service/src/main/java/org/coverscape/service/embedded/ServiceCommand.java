package org.coverscape.service.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command that starts the service with this program's own Java and class path. */
final class ServiceCommand {
  private static final String MAIN = "org.coverscape.service.ServiceMain";

  private ServiceCommand() {}

  /**
   * A process builder with pipes for all three streams.
   *
   * @param scratch where the child keeps its temporary files
   * @param model an ONNX file; empty for the network that ships with the service
   */
  static ProcessBuilder of(Path scratch, Optional<Path> model) {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    if (Runtime.version().feature() >= 24) {
      // else its warnings would bury what it has to say when it cannot start
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Xmx512m");
    command.add("-XX:+UseSerialGC");
    // its work is native code and copying: what the second compiler gains, it takes from the
    // network
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + scratch);
    command.add(MAIN);
    command.add("--embedded");
    command.add("--port");
    command.add("0");
    model.ifPresent(
        file -> {
          command.add("--model");
          command.add(file.toAbsolutePath().toString());
        });
    ProcessBuilder builder = new ProcessBuilder(command);
    // through the environment: a class path of a hundred jars makes too long a command line
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  private static Path java() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return Path.of(
        System.getProperty("java.home"), "bin", os.startsWith("windows") ? "java.exe" : "java");
  }
}
