package org.coverscape.map.vector;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * How a shape is drawn.
 *
 * @param stroke colour of the outline
 * @param width width of the outline in pixels; 0 for none
 * @param fill colour of the inside; null for none
 * @param dashed whether the outline is broken
 * @param hatched whether the inside is hatched with the colour of the outline
 * @param label text in the middle; null for none
 */
public record ShapeStyle(
    Color stroke,
    double width,
    @Nullable Color fill,
    boolean dashed,
    boolean hatched,
    @Nullable String label) {
  /** A plain outline. */
  public static ShapeStyle outline(Color stroke, double width) {
    return new ShapeStyle(stroke, width, null, false, false, null);
  }

  /** The same with an inside. */
  public ShapeStyle withFill(@Nullable Color colour) {
    return new ShapeStyle(stroke, width, colour, dashed, hatched, label);
  }

  /** The same with a broken outline. */
  public ShapeStyle withDashes() {
    return new ShapeStyle(stroke, width, fill, true, hatched, label);
  }

  /** The same with a hatched inside. */
  public ShapeStyle withHatch() {
    return new ShapeStyle(stroke, width, fill, dashed, true, label);
  }

  /** The same with a text in the middle. */
  public ShapeStyle withLabel(@Nullable String text) {
    return new ShapeStyle(stroke, width, fill, dashed, hatched, text);
  }
}
