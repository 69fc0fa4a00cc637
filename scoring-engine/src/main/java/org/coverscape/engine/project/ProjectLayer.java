package org.coverscape.engine.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A layer of the map, in the order it is drawn.
 *
 * @param id names it within the project
 * @param kind what it is, such as {@code imagery}
 * @param file the file it shows, where it shows one
 * @param visible whether it is drawn
 * @param opacity 0 (nothing is seen) to 1
 */
public record ProjectLayer(
    String id, String kind, Optional<Path> file, boolean visible, double opacity) {
  /** Checks the opacity. */
  public ProjectLayer {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new IllegalArgumentException("The opacity of a layer is 0 to 1, not " + opacity + ".");
    }
  }
}
