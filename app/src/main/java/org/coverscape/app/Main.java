package org.coverscape.app;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import org.coverscape.app.files.LogFile;
import org.coverscape.app.files.UserFolders;

/**
 * Starts the window. It is no JavaFX application itself, so that it can start from a class path.
 */
public final class Main {
  private static final Logger LOG = Logger.getLogger(Main.class.getName());
  private static final Logger TOOLKIT = Logger.getLogger("javafx");
  private static final Logger PROJECTIONS = Logger.getLogger("org.geotools");

  /** The exit code that tells the launcher that there is no screen, or no library to draw on it. */
  private static final int NO_SCREEN = 3;

  private Main() {}

  /**
   * Opens the window on a project file, on the sample ({@code --sample}), or on the last project.
   */
  public static void main(String[] args) {
    // pictures are made with Java 2D, which needs no screen of its own
    System.setProperty("java.awt.headless", "true");
    LogFile.install(UserFolders.standard().data());
    // JavaFX warns that it was not started as a module, which is as intended
    TOOLKIT.setLevel(Level.SEVERE);
    // a map may be moved to where a projection does not hold, again and again
    PROJECTIONS.setLevel(Level.SEVERE);
    try {
      Application.launch(DesktopApplication.class, args);
    } catch (UnsupportedOperationException | LinkageError e) {
      // what the application itself throws comes wrapped
      LOG.log(Level.SEVERE, "the window toolkit did not start", e);
      System.exit(NO_SCREEN);
    }
  }
}
