package org.coverscape.engine.imagery;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.region.PixelWindow;

/**
 * Cuts chips that are a plain copy of one image, as most are, without a canvas; they are the same
 * to the last byte. Not thread-safe.
 *
 * <p>Such a chip lies whole within an image on the same grid that wins there, and no other image
 * can show through its NoData.
 */
final class DirectCut {
  private final OpenTiles open;

  /** Cuts from images opened there. */
  DirectCut(OpenTiles open) {
    this.open = open;
  }

  /**
   * Decides what becomes of a cell, where that is so simple.
   *
   * @param near images, those that win first, at least all that touch the cell's window
   * @return the image that was used; empty when the cell is as undecided as before
   */
  Optional<PlacedTile> tryOn(CellCut cut, List<PlacedTile> near) {
    PixelWindow window = cut.window();
    List<PlacedTile> touching = near.stream().filter(tile -> tile.touches(window)).toList();
    if (touching.isEmpty() || !isCopyOf(window, touching.get(0))) {
      return Optional.empty();
    }
    PlacedTile tile = touching.get(0);
    byte[] rgb = new byte[Chip.BYTES];
    PixelWindow extent = tile.placement().extent();
    PixelWindow source =
        new PixelWindow(
            window.x() - extent.x(), window.y() - extent.y(), window.width(), window.height());
    if (!open.source(tile).copy(source, rgb)) {
      return Optional.empty();
    }
    int holes = holes(rgb, tile.tile().noData());
    int pixels = window.width() * window.height();
    if (holes > 0 && (touching.size() > 1 || 2 * (pixels - holes) < pixels)) {
      return Optional.empty();
    }
    long cells = Chip.ALL_CELLS;
    if (holes > 0) {
      cells = ValidCells.of(rgb, (byte) tile.tile().noData().orElseThrow());
      fill(rgb, (byte) tile.tile().noData().orElseThrow(), pixels - holes);
    }
    cut.decide(rgb, (double) (pixels - holes) / pixels, List.of(tile.tile().id()), cells);
    return Optional.of(tile);
  }

  private static boolean isCopyOf(PixelWindow window, PlacedTile tile) {
    return tile.placement() instanceof CopyPlacement copy
        && Windows.intersection(window, copy.extent()).filter(window::equals).isPresent();
  }

  private static int holes(byte[] rgb, OptionalInt noData) {
    if (noData.isEmpty()) {
      return 0;
    }
    byte value = (byte) noData.getAsInt();
    int holes = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      if (rgb[i] == value && rgb[i + 1] == value && rgb[i + 2] == value) {
        holes++;
      }
    }
    return holes;
  }

  /** Gives holes the mean of the valid pixels; see {@link ChipFiller}. */
  private static void fill(byte[] rgb, byte value, int valid) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = 0; i < rgb.length; i += 3) {
      red += rgb[i] & 255;
      green += rgb[i + 1] & 255;
      blue += rgb[i + 2] & 255;
    }
    int holes = rgb.length / 3 - valid;
    byte meanRed = ChipFiller.mean(red - holes * (value & 255), valid);
    byte meanGreen = ChipFiller.mean(green - holes * (value & 255), valid);
    byte meanBlue = ChipFiller.mean(blue - holes * (value & 255), valid);
    for (int i = 0; i < rgb.length; i += 3) {
      if (rgb[i] == value && rgb[i + 1] == value && rgb[i + 2] == value) {
        rgb[i] = meanRed;
        rgb[i + 1] = meanGreen;
        rgb[i + 2] = meanBlue;
      }
    }
  }
}
