package org.coverscape.engine.imagery;

import java.util.Optional;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.region.PixelWindow;

/** An image and its place on the grid. Equal to itself only; immutable. */
final class PlacedTile {
  private final ImageryTile tile;
  private final Placement placement;
  private final Optional<ChipIndex> lonelyCell;

  PlacedTile(ImageryTile tile, Placement placement, Optional<ChipIndex> lonelyCell) {
    this.tile = tile;
    this.placement = placement;
    this.lonelyCell = lonelyCell;
  }

  /** The image. */
  ImageryTile tile() {
    return tile;
  }

  /** How its pixels are brought to the grid. */
  Placement placement() {
    return placement;
  }

  /** Whether it may touch a window of the grid. */
  boolean touches(PixelWindow window) {
    return Windows.intersection(placement.extent(), window).isPresent();
  }

  /** Whether this cell is scored on a small image alone; see {@link ChipCutter}. */
  boolean isAloneIn(ChipIndex cell) {
    return lonelyCell.filter(cell::equals).isPresent();
  }
}
