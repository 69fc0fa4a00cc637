package org.coverscape.engine.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that Coverscape was built as. Stateless. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The version, such as {@code 0.1.0}. */
  public static String get() {
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
