package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the files of a verb. */
final class OutputFolder {
  private OutputFolder() {}

  /** The folder, made if it is missing. */
  static Path prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserException("The folder " + folder + " cannot be made; choose another --out.", e);
    }
    if (!Files.isWritable(folder)) {
      throw new UserException("The folder " + folder + " cannot be written; choose another --out.");
    }
    return folder;
  }
}
