package org.coverscape.engine.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret lies; it is fetched when it is sent, and shows in no text made of this. Immutable.
 */
public sealed interface Secret {
  /**
   * In a variable of the environment.
   *
   * @param name the variable
   * @param environment all variables
   */
  record InEnvironment(String name, Map<String, String> environment) implements Secret {
    @Override
    public String fetch() throws WebException {
      String value = environment.get(name);
      if (value == null || value.isBlank()) {
        throw new WebException(
            WebException.Kind.DENIED, "The variable " + name + " holds no key; set it first.");
      }
      return Secret.checked(value.strip());
    }

    @Override
    public String toString() {
      return "Secret in " + name;
    }
  }

  /**
   * On the first line of a file.
   *
   * @param file the file
   */
  record InFile(Path file) implements Secret {
    @Override
    public String fetch() throws WebException {
      try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
        String value = lines.findFirst().orElse("").strip();
        if (!value.isEmpty()) {
          return Secret.checked(value);
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        throw new WebException(
            WebException.Kind.DENIED, "The key file " + file + " cannot be read; check it.", e);
      }
      throw new WebException(
          WebException.Kind.DENIED, "The key file " + file + " is empty; put the key into it.");
    }
  }

  /**
   * The secret itself.
   *
   * @throws WebException when it is not there
   */
  String fetch() throws WebException;

  private static String checked(String value) throws WebException {
    if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      throw new WebException(
          WebException.Kind.DENIED, "A key holds a letter with an accent; copy it again.");
    }
    return value;
  }
}
