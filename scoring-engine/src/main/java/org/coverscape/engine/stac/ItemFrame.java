package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.PixelFrame;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;

/**
 * Where the pixels of an asset lie, by {@code proj:shape} and {@code proj:transform}, or by {@code
 * proj:bbox} where the latter is missing; at the asset or at its Item.
 */
final class ItemFrame {
  /** Columns or rows of an image; larger numbers are damage. */
  private static final int MOST_PIXELS = 2_000_000;

  private ItemFrame() {}

  /**
   * The frame of an asset.
   *
   * @throws StacException when the entry does not say where the pixels lie, or nonsense
   */
  static PixelFrame of(JsonNode asset, JsonNode properties) throws StacException {
    Crs crs = ItemCrs.of(asset, properties);
    List<Double> shape = numbers("proj:shape", asset, properties);
    if (shape.size() != 2) {
      throw StacException.unplaced(
          "Its entry does not say how many pixels it has (proj:shape); it cannot be placed.");
    }
    int height = pixels(shape.get(0));
    int width = pixels(shape.get(1));
    try {
      PixelGrid grid =
          ofTransform(numbers("proj:transform", asset, properties))
              .or(() -> ofBox(numbers("proj:bbox", asset, properties), width, height))
              .orElseThrow(
                  () ->
                      StacException.unplaced(
                          "Its entry does not say where its pixels lie (proj:transform)."));
      return new PixelFrame(crs, grid, width, height);
    } catch (IllegalArgumentException e) {
      throw new StacException("Its entry says that its pixels have no size on the ground.", e);
    }
  }

  private static List<Double> numbers(String name, JsonNode asset, JsonNode properties) {
    List<Double> own = Members.numbers(asset, name);
    return own.isEmpty() ? Members.numbers(properties, name) : own;
  }

  private static int pixels(double count) throws StacException {
    if (!(count >= 1 && count <= MOST_PIXELS) || count != Math.rint(count)) {
      throw new StacException(
          "Its entry says that it is " + shown(count) + " pixels wide or high; that cannot be.");
    }
    return (int) count;
  }

  private static String shown(double count) {
    return count == Math.rint(count) && Math.abs(count) < 1e15
        ? Long.toString((long) count)
        : Double.toString(count);
  }

  /** Six numbers of an affine transform row by row, or nine with a last row that says nothing. */
  private static Optional<PixelGrid> ofTransform(List<Double> t) {
    if (t.size() != 6 && t.size() != 9) {
      return Optional.empty();
    }
    return Optional.of(new PixelGrid(t.get(2), t.get(5), t.get(0), t.get(1), t.get(3), t.get(4)));
  }

  private static Optional<PixelGrid> ofBox(List<Double> box, int width, int height) {
    if (box.size() != 4) {
      return Optional.empty();
    }
    double stepX = (box.get(2) - box.get(0)) / width;
    double stepY = (box.get(3) - box.get(1)) / height;
    return Optional.of(PixelGrid.northUp(box.get(0), box.get(3), stepX, stepY));
  }
}
