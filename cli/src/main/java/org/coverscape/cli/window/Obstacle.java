package org.coverscape.cli.window;

/**
 * Why no window can be opened here.
 *
 * @param reason what is missing, the beginning of a sentence
 * @param remedy what to do, the end of that sentence
 */
public record Obstacle(String reason, String remedy) {
  /** The program was started on its own classes, which do not hold the window. */
  static final Obstacle NO_PROGRAM =
      new Obstacle(
          "This start does not know where the window's program is",
          "start Coverscape by its launcher 'coverscape'");

  /** Neither X nor Wayland is there. */
  static final Obstacle NO_DISPLAY =
      new Obstacle(
          "There is no display to open the window on",
          "start it on a desktop, or see 'coverscape --help' for what works without one");

  /** The window started, and found the display closed to it. */
  static final Obstacle CLOSED_DISPLAY =
      new Obstacle(
          "The display could not be opened",
          "check DISPLAY, and that you may use that display, or see 'coverscape --help' for what"
              + " works without one");

  /** GTK 3 or what stands beside it is not installed. */
  static final Obstacle NO_LIBRARIES =
      new Obstacle(
          "The window's system libraries are missing (on Debian: apt-get install libgtk-3-0 libgl1"
              + " libxxf86vm1 libxtst6 libasound2)",
          "install them and try again");

  /** The one sentence for a person. */
  public String sentence() {
    return reason + "; " + remedy + ".";
  }
}
