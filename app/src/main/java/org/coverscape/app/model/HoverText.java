package org.coverscape.app.model;

import java.util.List;

/**
 * What the map says of the ground under the mouse.
 *
 * @param landCover class and confidence, such as {@code forested 0.93}; empty where there is none
 * @param imagery the date of the imagery it was told from
 * @param layers what layers of classes say, the uppermost first
 */
public record HoverText(String landCover, String imagery, List<Told> layers) {
  /**
   * What a layer says.
   *
   * @param text code and name of the class, such as {@code 42 evergreen forest}
   * @param layer name of the layer
   */
  public record Told(String text, String layer) {}

  /** Takes a copy of the list. */
  public HoverText {
    layers = List.copyOf(layers);
  }

  /** What is said of the land cover, and what other layers say. */
  HoverText with(List<Told> others) {
    return new HoverText(landCover, imagery, others);
  }
}
