package org.coverscape.engine.inference.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps keys out of the list: {@code ${NAME}} is taken from the environment, or a file is named.
 */
final class Secrets {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final long LARGEST_KEY = 64 << 10;

  private final Map<String, String> environment;

  Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * A text with its variables filled in.
   *
   * @throws IllegalArgumentException when one is not set
   */
  String filled(String text) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      String value = environment.get(matcher.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            "The variable " + matcher.group(1) + " is not set; set it.");
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  /**
   * The first line of a file.
   *
   * @throws IllegalArgumentException when there is none
   */
  String firstLine(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_KEY) {
        return Files.readString(file).lines().findFirst().orElse("").strip();
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read.", e);
    }
    throw new IllegalArgumentException(file + " is no file that holds a key.");
  }
}
