package org.coverscape.engine.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;
import org.coverscape.engine.region.UtmZone;

/**
 * Looks codes up in a reference raster at points of a UTM zone: the pixel that holds the point, as
 * it is, without interpolation. Points of a call should lie close together: the pixels around all
 * of them are read at once. Not thread-safe; owns the raster.
 */
public final class ReferenceSampler implements AutoCloseable {
  /** What is answered outside the raster and on its NoData. */
  public static final int NOTHING = -1;

  private final ReferenceRaster raster;
  private final Map<UtmZone, CoordinateTransform> ways = new HashMap<>();

  /** A sampler of an open raster. */
  public ReferenceSampler(ReferenceRaster raster) {
    this.raster = raster;
  }

  /**
   * The codes at points.
   *
   * @param xy the points x, y, x, y… in metres of the zone; left as they are
   * @throws IOException with one plain sentence when the raster cannot be read there
   */
  public int[] codes(UtmZone zone, double... xy) throws IOException {
    double[] moved = xy.clone();
    Crs to = raster.crs();
    ways.computeIfAbsent(zone, z -> z.crs().to(to)).transform(moved, xy.length / 2);
    int[] cols = new int[xy.length / 2];
    int[] rows = new int[cols.length];
    Extent extent = new Extent();
    PixelGrid grid = raster.grid();
    for (int i = 0; i < cols.length; i++) {
      cols[i] = (int) Math.floor(grid.col(moved[2 * i], moved[2 * i + 1]));
      rows[i] = (int) Math.floor(grid.row(moved[2 * i], moved[2 * i + 1]));
      if (holds(cols[i], rows[i])) {
        extent.add(cols[i], rows[i]);
      }
    }
    return extent.isEmpty() ? nothing(cols.length) : read(extent.window(), cols, rows);
  }

  private boolean holds(int col, int row) {
    return col >= 0 && row >= 0 && col < raster.width() && row < raster.height();
  }

  private static int[] nothing(int count) {
    int[] codes = new int[count];
    Arrays.fill(codes, NOTHING);
    return codes;
  }

  private int[] read(PixelWindow window, int[] cols, int[] rows) throws IOException {
    byte[] pixels = raster.read(0, window);
    int noData = raster.noData().orElse(NOTHING);
    int[] codes = nothing(cols.length);
    for (int i = 0; i < codes.length; i++) {
      if (holds(cols[i], rows[i])) {
        int at = (rows[i] - window.y()) * window.width() + cols[i] - window.x();
        int code = pixels[at] & 0xFF;
        codes[i] = code == noData ? NOTHING : code;
      }
    }
    return codes;
  }

  @Override
  public void close() throws IOException {
    raster.close();
  }

  /** The pixels that points need. */
  private static final class Extent {
    private int minCol = Integer.MAX_VALUE;
    private int minRow = Integer.MAX_VALUE;
    private int maxCol = Integer.MIN_VALUE;
    private int maxRow = Integer.MIN_VALUE;

    void add(int col, int row) {
      minCol = Math.min(minCol, col);
      minRow = Math.min(minRow, row);
      maxCol = Math.max(maxCol, col);
      maxRow = Math.max(maxRow, row);
    }

    boolean isEmpty() {
      return minCol > maxCol;
    }

    PixelWindow window() {
      return new PixelWindow(minCol, minRow, maxCol - minCol + 1, maxRow - minRow + 1);
    }
  }
}
