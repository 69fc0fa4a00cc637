package org.coverscape.engine.assessment;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.PixelWindow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Walks the pixels of a reference raster whose centres lie in a region, row by row, with the cell
 * of the map under each.
 *
 * <p>Holds a strip of rows of at most {@value #STRIP_BYTES} bytes. Not thread-safe.
 */
final class ReferenceSampler {
  private static final int STRIP_BYTES = 8 << 20;

  /** Pixels around the region's extent, for edges that are bent on the way to the raster. */
  private static final int MARGIN = 2;

  /** Takes the pixels of a row, from the left. */
  @FunctionalInterface
  interface Sink {
    /**
     * A pixel inside the region.
     *
     * @param x column, from the window's left edge
     * @param code its number in the raster
     * @param row row of the cell under its centre
     * @param col column of that cell
     */
    void pixel(int x, int code, int row, int col);
  }

  private final ReferenceRaster raster;
  private final PixelWindow window;
  private final ChipGrid grid;
  private final RegionPoints region;
  private final CoordinateTransform toGrid;
  private final double[] xy;
  private byte[] strip = new byte[0];
  private int stripTop;
  private int stripRows;

  private ReferenceSampler(MappedRegion mapped, ReferenceRaster raster, PixelWindow window) {
    this.raster = raster;
    this.window = window;
    grid = mapped.grid();
    region = new RegionPoints(mapped);
    toGrid = raster.crs().to(grid.crs());
    xy = new double[2 * window.width()];
  }

  /** The pixels of a raster over a region; empty where the two do not touch. */
  static Optional<ReferenceSampler> of(MappedRegion mapped, ReferenceRaster raster) {
    return window(mapped, raster).map(window -> new ReferenceSampler(mapped, raster, window));
  }

  private static Optional<PixelWindow> window(MappedRegion mapped, ReferenceRaster raster) {
    Envelope extent;
    try {
      extent = mapped.region().in(raster.crs()).geometry().getEnvelopeInternal();
    } catch (IllegalArgumentException e) {
      // ground that the raster's projection cannot show is not in the raster
      return Optional.empty();
    }
    Envelope pixels = new Envelope();
    PixelGrid place = raster.grid();
    for (double x : new double[] {extent.getMinX(), extent.getMaxX()}) {
      for (double y : new double[] {extent.getMinY(), extent.getMaxY()}) {
        pixels.expandToInclude(new Coordinate(place.col(x, y), place.row(x, y)));
      }
    }
    pixels.expandBy(MARGIN);
    Envelope shared = pixels.intersection(new Envelope(0, raster.width(), 0, raster.height()));
    int left = (int) Math.floor(shared.getMinX());
    int top = (int) Math.floor(shared.getMinY());
    int width = (int) Math.ceil(shared.getMaxX()) - left;
    int height = (int) Math.ceil(shared.getMaxY()) - top;
    return shared.isNull() || width < 1 || height < 1
        ? Optional.empty()
        : Optional.of(new PixelWindow(left, top, width, height));
  }

  /** The pixels of the raster that are walked. */
  PixelWindow window() {
    return window;
  }

  /**
   * Hands on the pixels of a row.
   *
   * @param y row, from the window's upper edge; rows are asked for in order
   * @throws IOException with one plain sentence when the raster cannot be read
   */
  void row(int y, Sink sink) throws IOException {
    centres(y);
    int at = stripRow(y) * window.width();
    for (int x = 0; x < window.width(); x++) {
      double east = xy[2 * x];
      double north = xy[2 * x + 1];
      if (region.contains(east, north)) {
        sink.pixel(x, strip[at + x] & 0xFF, grid.rowAt(north), grid.colAt(east));
      }
    }
  }

  private void centres(int y) {
    PixelGrid place = raster.grid();
    for (int x = 0; x < window.width(); x++) {
      double col = window.x() + x + 0.5;
      double row = window.y() + y + 0.5;
      xy[2 * x] = place.x(col, row);
      xy[2 * x + 1] = place.y(col, row);
    }
    try {
      toGrid.transform(xy, window.width());
    } catch (IllegalArgumentException e) {
      // a row of which a part has no place in the zone has none in the region
      Arrays.fill(xy, Double.NaN);
    }
  }

  /** Row of the strip that holds a row of the window; the strip follows as rows are asked for. */
  private int stripRow(int y) throws IOException {
    if (stripRows == 0 || y < stripTop || y >= stripTop + stripRows) {
      int most = Math.max(1, STRIP_BYTES / window.width());
      int block = raster.levels().get(0).blockHeight();
      int top = window.y() + y;
      int end = Math.min(window.endY(), Math.min(top + most, (top / block + 1) * block));
      strip = raster.read(0, new PixelWindow(window.x(), top, window.width(), end - top));
      stripTop = y;
      stripRows = end - top;
    }
    return y - stripTop;
  }
}
