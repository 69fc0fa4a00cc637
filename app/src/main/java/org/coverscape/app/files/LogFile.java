package org.coverscape.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the program and its libraries log to a file, instead of to the terminal. */
public final class LogFile {
  private static final int BYTES = 1 << 20;
  private static final int FILES = 2;

  private LogFile() {}

  /**
   * Logs to {@code coverscape.log} in a folder; whoever configures logging otherwise is left alone.
   * Where the folder cannot be written to, only the terminal is spared.
   */
  public static void install(Path folder) {
    if (System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null) {
      return;
    }
    LogManager.getLogManager().reset();
    try {
      Files.createDirectories(folder);
      Handler file =
          new FileHandler(folder.resolve("coverscape.log").toString(), BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.WARNING);
      Logger.getLogger("").addHandler(file);
    } catch (IOException e) {
      Logger.getLogger(LogFile.class.getName()).log(Level.WARNING, "there is no log file", e);
    }
  }
}
