package org.coverscape.app.model;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.picture.Picture;
import org.coverscape.map.MapBox;

/**
 * One chip, looked at closely.
 *
 * @param title what it is, in a few words
 * @param scores the six scores, where it has some
 * @param details lines of a name and a value: cell, tiles, service, time
 * @param pixels what the network saw, where the imagery is still there
 * @param support the ground it saw, on the map
 */
public record Inspection(
    String title,
    Optional<ClassScores> scores,
    List<Detail> details,
    Optional<Picture> pixels,
    MapBox support) {
  /**
   * A line.
   *
   * @param name what it tells
   * @param value what that is
   */
  public record Detail(String name, String value) {}

  /** Takes a copy of the list. */
  public Inspection {
    details = List.copyOf(details);
  }
}
