package org.coverscape.engine.raster;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One resolution of a raster while its rows come in: gathers a row of tiles, compresses it, and
 * hands every two rows, halved, to the next overview. Not thread-safe.
 */
final class Level {
  private final int number;
  private final int width;
  private final int height;
  private final GeoTiffSpec spec;
  private final TileScratch scratch;
  private final TileDeflater deflater;
  private final RowHalver halver;
  private final @Nullable Level overview;
  private final byte[] rows;
  private final byte[] tile;
  private final byte[] upper;
  private final byte[] halved;
  private int y;

  /** A level of some size, and the next smaller one. */
  Level(
      int number,
      int width,
      int height,
      GeoTiffSpec spec,
      TileScratch scratch,
      TileDeflater deflater,
      @Nullable Level overview) {
    this.number = number;
    this.width = width;
    this.height = height;
    this.spec = spec;
    this.scratch = scratch;
    this.deflater = deflater;
    this.halver = new RowHalver(spec);
    this.overview = overview;
    int size = spec.tileSize();
    this.rows = new byte[width * spec.bands() * size];
    this.tile = new byte[size * size * spec.bands()];
    this.upper = new byte[overview == null ? 0 : width * spec.bands()];
    this.halved = new byte[RowHalver.half(width) * spec.bands()];
  }

  /** Takes the next row. */
  void add(byte[] row) throws IOException {
    int rowBytes = width * spec.bands();
    System.arraycopy(row, 0, rows, (y % spec.tileSize()) * rowBytes, rowBytes);
    if (overview != null) {
      addToOverview(overview, row, rowBytes);
    }
    y++;
    if (y % spec.tileSize() == 0 || y == height) {
      storeTiles();
    }
  }

  private void addToOverview(Level next, byte[] row, int rowBytes) throws IOException {
    boolean isUpper = y % 2 == 0;
    if (isUpper) {
      System.arraycopy(row, 0, upper, 0, rowBytes);
    }
    if (!isUpper || y == height - 1) {
      halver.halve(upper, row, width, halved);
      next.add(halved);
    }
  }

  private void storeTiles() throws IOException {
    int filled = (y - 1) % spec.tileSize() + 1;
    for (int x = 0; x < width; x += spec.tileSize()) {
      fill(x, filled);
      int count = deflater.compress(tile);
      scratch.add(number, deflater.bytes(), count);
    }
  }

  /** Cuts a tile out; beyond the raster's edge it is NoData, or 0. */
  private void fill(int x, int filledRows) {
    int size = spec.tileSize();
    int rowBytes = width * spec.bands();
    int count = Math.min(size, width - x) * spec.bands();
    if (filledRows < size || count < size * spec.bands()) {
      Arrays.fill(tile, (byte) spec.noData().orElse(0));
    }
    for (int r = 0; r < filledRows; r++) {
      int from = r * rowBytes + x * spec.bands();
      System.arraycopy(rows, from, tile, r * size * spec.bands(), count);
    }
  }
}
