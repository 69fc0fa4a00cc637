package org.coverscape.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version this program was built as. */
final class ProgramVersion {
  private ProgramVersion() {}

  static String get() {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program's version cannot be read; install it anew.", e);
    }
    return properties.getProperty("version", "unknown");
  }
}
