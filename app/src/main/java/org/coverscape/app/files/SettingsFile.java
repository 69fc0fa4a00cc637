package org.coverscape.app.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the settings in a JSON file. Nothing that matters is lost with it: one that cannot be read
 * counts as none, and a fault in writing only goes to the log. Stateless and thread-safe.
 *
 * @param file the file
 */
public record SettingsFile(Path file) {
  private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The settings as they were last written. */
  public Settings read() {
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    try {
      Settings read = JSON.readValue(file.toFile(), Settings.class);
      return read == null ? Settings.DEFAULT : read;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the settings cannot be read and begin anew", e);
      return Settings.DEFAULT;
    }
  }

  /** Writes the settings whole or not at all. */
  public void write(Settings settings) {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      JSON.writeValue(draft.toFile(), settings);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the settings cannot be written", e);
    }
  }
}
