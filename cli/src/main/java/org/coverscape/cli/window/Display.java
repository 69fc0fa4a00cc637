package org.coverscape.cli.window;

import java.util.Locale;
import java.util.Map;

/** Tells whether there is a screen to open a window on. */
final class Display {
  private Display() {}

  /** Whether the system is one where a display is named by the environment. */
  static boolean isNamed(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    return !name.contains("mac") && !name.startsWith("windows");
  }

  /**
   * Whether there is a display: always on macOS and Windows, elsewhere where the environment names
   * one.
   *
   * @param system the value of {@code os.name}
   */
  static boolean isPresent(String system, Map<String, String> environment) {
    return !isNamed(system)
        || !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }
}
