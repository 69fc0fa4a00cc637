package org.coverscape.engine.picture;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.landcover.ChipOutcome;

/** The pixels the network saw for one cell, cut again from the imagery. Stateless; takes files. */
public final class ChipPicture {
  private static final int NO_VALUE = -1;

  private ChipPicture() {}

  /**
   * Cuts a cell's chip as the scoring does.
   *
   * @param tiles the images of the plan that scored it
   * @param imagery opens them, on the calling thread
   * @param row row of the cell in the grid
   * @param col column of the cell in the grid
   * @return the chip with its holes filled; empty when the cell gives none
   * @throws InterruptedException when the thread is interrupted before the chip is cut
   */
  public static Optional<Chip> of(
      List<ImageryTile> tiles, RasterReader.Opener imagery, ChipGrid grid, int row, int col)
      throws InterruptedException {
    return cut(new ChipCutter(tiles, grid, imagery), row, col);
  }

  /**
   * The same ground in colour-infrared, which the network did not see; true colour where an image
   * has no fourth band.
   *
   * @throws InterruptedException when the thread is interrupted before it is cut
   */
  public static Optional<Picture> infrared(
      List<ImageryTile> tiles, RasterReader.Opener imagery, ChipGrid grid, int row, int col)
      throws InterruptedException {
    RasterReader.Opener opener =
        tile -> new InfraredReader(imagery.open(tile), tile.noData().orElse(NO_VALUE));
    return cut(new ChipCutter(tiles, grid, opener), row, col).map(ChipPicture::picture);
  }

  private static Optional<Chip> cut(ChipCutter cutter, int row, int col)
      throws InterruptedException {
    try (cutter) {
      Kept kept = new Kept();
      cutter.cut(new CoverBlock(List.of(new RegionCell(row, col, null))), kept);
      return kept.chip;
    }
  }

  /** A chip as a picture of 224 × 224 opaque pixels. */
  public static Picture picture(Chip chip) {
    int[] argb = new int[Chip.BYTES / 3];
    byte[] rgb = chip.rgb();
    for (int i = 0; i < argb.length; i++) {
      argb[i] =
          0xFF << 24
              | (rgb[3 * i] & 255) << 16
              | (rgb[3 * i + 1] & 255) << 8
              | rgb[3 * i + 2] & 255;
    }
    return new Picture(ChipGrid.CHIP_PIXELS, ChipGrid.CHIP_PIXELS, argb);
  }

  private static final class Kept implements ChipCutter.ChipSink {
    private Optional<Chip> chip = Optional.empty();

    @Override
    public void chip(Chip cut) {
      chip = Optional.of(cut);
    }

    @Override
    public void unscored(ChipOutcome.Unscored outcome) {
      chip = Optional.empty();
    }
  }
}
