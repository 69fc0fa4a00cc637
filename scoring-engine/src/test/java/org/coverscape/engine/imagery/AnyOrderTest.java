package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.chip.ScanOrder;
import org.coverscape.engine.landcover.ChipOutcome.Unscored;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Cuts imagery that is computed, not read, in swaths and from the middle outwards. */
class AnyOrderTest {
  private static final double WEST = 400_000;
  private static final double NORTH = 3_700_000;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private long pixels;
  private int open;
  private int mostOpen;

  /** Images side by side, with the overlap of real ones in proportion. */
  private static List<ImageryTile> tiles(int across, int down, int width, int height) {
    List<ImageryTile> tiles = new ArrayList<>();
    for (int i = 0; i < across; i++) {
      for (int j = 0; j < down; j++) {
        double x = WEST + i * width * 0.95;
        double y = NORTH - j * height * 0.95;
        tiles.add(tile("t" + i + "-" + j, x, y, width, height));
      }
    }
    return tiles;
  }

  private static ImageryTile tile(String id, double x, double y, int width, int height) {
    Geometry ground = GEOMETRY.toGeometry(new Envelope(x, x + width, y - height, y));
    return new ImageryTile(
        id,
        ImageLocation.of(Path.of(id + ".tif")),
        Cut.GRID.crs(),
        PixelGrid.northUp(x, y, 1, 1),
        width,
        height,
        3,
        1,
        Optional.of(LocalDate.of(2020, 1, 1)),
        OptionalInt.empty(),
        Cut.GRID.crs().to(Crs.WGS84).transform(ground),
        "f",
        false);
  }

  private static RegionCover cover(List<ImageryTile> tiles) {
    Envelope extent = new Envelope();
    for (ImageryTile tile : tiles) {
      extent.expandToInclude(tile.grid().x0(), tile.grid().y0());
      extent.expandToInclude(tile.grid().x0() + tile.width(), tile.grid().y0() - tile.height());
    }
    return RegionCover.ofGround(GEOMETRY.toGeometry(extent), Cut.GRID);
  }

  private static ScanOrder outward(RegionCover cover) {
    double x = (cover.minCol() + cover.maxCol()) * 112.0 + 700;
    double y = (cover.minRow() + cover.maxRow()) * 112.0 - 300;
    return ScanOrder.from(x, y);
  }

  private RasterReader.Opener computed(int block) {
    return tile -> {
      mostOpen = Math.max(mostOpen, ++open);
      return new Computed(tile, block);
    };
  }

  private final class Computed implements RasterReader {
    private final ImageryTile tile;
    private final int block;

    Computed(ImageryTile tile, int block) {
      this.tile = tile;
      this.block = block;
    }

    @Override
    public int width() {
      return tile.width();
    }

    @Override
    public int height() {
      return tile.height();
    }

    @Override
    public int blockWidth() {
      return block;
    }

    @Override
    public int blockHeight() {
      return block;
    }

    @Override
    public byte[] readRgb(PixelWindow window) {
      pixels += (long) window.width() * window.height();
      byte[] rgb = new byte[window.width() * window.height() * 3];
      int at = 0;
      for (int y = window.y(); y < window.endY(); y++) {
        for (int x = window.x(); x < window.endX(); x++) {
          rgb[at] = (byte) (x | 1);
          rgb[at + 1] = (byte) y;
          rgb[at + 2] = (byte) (x * y + tile.id().hashCode());
          at += 3;
        }
      }
      return rgb;
    }

    @Override
    public int bands() {
      return 3;
    }

    @Override
    public List<RasterLevel> levels() {
      return List.of(new RasterLevel(width(), height(), block, block));
    }

    @Override
    public byte[] read(int level, PixelWindow window) {
      return readRgb(window);
    }

    @Override
    public void close() {
      open--;
    }
  }

  /** Each chip's bytes and images, in the order of rows and columns. */
  private long[] fingerprints(List<ImageryTile> tiles, ScanOrder order, OpenTiles.Limits limits)
      throws InterruptedException {
    RegionCover cover = cover(tiles);
    int cols = cover.maxCol() - cover.minCol() + 1;
    long[] found = new long[(cover.maxRow() - cover.minRow() + 1) * cols];
    ChipCutter.ChipSink sink =
        new ChipCutter.ChipSink() {
          @Override
          public void chip(Chip chip) {
            CRC32 sum = new CRC32();
            sum.update(chip.rgb());
            put(chip.index().row(), chip.index().col(), sum.getValue() + 2);
          }

          @Override
          public void unscored(Unscored outcome) {
            put(outcome.index().row(), outcome.index().col(), 1);
          }

          private void put(int row, int col, long value) {
            int at = (row - cover.minRow()) * cols + col - cover.minCol();
            assertEquals(0, found[at], "a cell came twice");
            found[at] = value;
          }
        };
    try (ChipCutter cutter = new ChipCutter(tiles, Cut.GRID, computed(512), limits)) {
      for (CoverBlock block : order.over(cover)) {
        cutter.cut(block, sink);
      }
    }
    assertEquals(0, open, "images left open");
    return found;
  }

  @Test
  void chipsDoNotDependOnTheOrderAndReadingCostsLittleMore() throws InterruptedException {
    List<ImageryTile> tiles = tiles(3, 1, 6000, 7000);
    long[] swaths = fingerprints(tiles, ScanOrder.swaths(), OpenTiles.Limits.IN_ORDER);
    long inOrder = pixels;
    pixels = 0;
    OpenTiles.Limits limits = new OpenTiles.Limits(32, 200L << 20, false);
    assertArrayEquals(swaths, fingerprints(tiles, outward(cover(tiles)), limits));
    assertTrue(pixels < 1.26 * inOrder, pixels + " pixels read, in swaths " + inOrder);
  }

  @Test
  void fewFilesAreOpenHoweverManyThereAre() throws InterruptedException {
    List<ImageryTile> tiles = tiles(12, 10, 900, 900);
    long[] swaths = fingerprints(tiles, ScanOrder.swaths(), OpenTiles.Limits.IN_ORDER);
    mostOpen = 0;
    OpenTiles.Limits little = new OpenTiles.Limits(6, 4L << 20, false);
    assertArrayEquals(swaths, fingerprints(tiles, outward(cover(tiles)), little));
    assertEquals(6, mostOpen);
  }

  @Test
  void onceNobodyWantsChipsNothingIsRead() throws InterruptedException {
    List<ImageryTile> tiles = tiles(1, 1, 2240, 4480);
    Cut first = new Cut();
    List<Unscored> refused = new ArrayList<>();
    RegionCover wide =
        RegionCover.ofGround(
            GEOMETRY.toGeometry(new Envelope(WEST, WEST + 2 * 2240, NORTH - 4480, NORTH)),
            Cut.GRID);
    ChipCutter.ChipSink sink =
        new ChipCutter.ChipSink() {
          @Override
          public void chip(Chip chip) {
            first.chip(chip);
          }

          @Override
          public void unscored(Unscored outcome) {
            refused.add(outcome);
          }

          @Override
          public Optional<String> refusal() {
            return first.chips.isEmpty() ? Optional.empty() : Optional.of("All are gone.");
          }
        };
    long afterFirstRow = -1;
    try (ChipCutter cutter = new ChipCutter(tiles, Cut.GRID, computed(512))) {
      for (CoverBlock block : wide) {
        cutter.cut(block, sink);
        afterFirstRow = afterFirstRow < 0 ? pixels : afterFirstRow;
      }
    }
    assertEquals(afterFirstRow, pixels);
    assertTrue(pixels <= 2240 * 1024, "pixels read: " + pixels);
    assertEquals(wide.count(), first.chips.size() + refused.size());
    assertTrue(
        refused.stream()
            .anyMatch(
                u -> u.reason() == UnscoredReason.SERVICE && u.detail().equals("All are gone.")));
    long without = refused.stream().filter(u -> u.reason() == UnscoredReason.NO_IMAGERY).count();
    assertTrue(without >= 9 * 20, "cells without imagery stay so: " + without);
  }
}
