package org.coverscape.service;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link ServiceMain}: {@code [--embedded] [--host H] [--port P] [--model F]
 * [--key K] [--tls-cert F --tls-key F] [--workers N] [--queue N]}.
 *
 * @param config the server's settings
 * @param embedded whether it ends with its parent
 */
record ServiceArguments(ServerConfig config, boolean embedded) {
  private static final Set<String> OPTIONS =
      Set.of(
          "--host",
          "--port",
          "--model",
          "--key",
          "--tls-cert",
          "--tls-key",
          "--workers",
          "--queue");

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException with one sentence for a person
   */
  static ServiceArguments parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    boolean embedded = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--embedded")) {
        embedded = true;
      } else if (!OPTIONS.contains(arguments[i])) {
        throw new IllegalArgumentException("The service has no option " + arguments[i] + ".");
      } else if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("The option " + arguments[i] + " needs a value.");
      } else {
        given.put(arguments[i], arguments[++i]);
      }
    }
    return new ServiceArguments(config(given), embedded);
  }

  private static ServerConfig config(Map<String, String> given) {
    ServerConfig usual = ServerConfig.loopback(0);
    int workers = number(given, "--workers", usual.workers());
    return new ServerConfig(
        given.getOrDefault("--host", usual.host()),
        number(given, "--port", usual.port()),
        path(given.get("--model")),
        usual.head(),
        Optional.ofNullable(given.get("--key")),
        path(given.get("--tls-cert")),
        path(given.get("--tls-key")),
        workers,
        number(given, "--queue", Math.max(workers, usual.queue())));
  }

  private static int number(Map<String, String> given, String option, int usual) {
    String text = given.get(option);
    try {
      return text == null ? usual : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The option " + option + " needs a whole number, not '" + text + "'.", e);
    }
  }

  private static Optional<Path> path(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(Path::of);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is no file's name.", e);
    }
  }
}
