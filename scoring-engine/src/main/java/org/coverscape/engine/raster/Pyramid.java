package org.coverscape.engine.raster;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of a raster and its overviews, largest first.
 *
 * @param sizes width and height of each level
 */
record Pyramid(List<Size> sizes) {
  /** Columns and rows of a level. */
  record Size(int width, int height) {
    /** Number of tiles that cover it. */
    int tiles(int tileSize) {
      return Math.multiplyExact(
          (width + tileSize - 1) / tileSize, (height + tileSize - 1) / tileSize);
    }
  }

  /** One level; for a Cloud Optimized GeoTIFF as many as it takes to fit into one tile. */
  static Pyramid of(GeoTiffSpec spec) {
    List<Size> sizes = new ArrayList<>();
    Size size = new Size(spec.width(), spec.height());
    sizes.add(size);
    while (spec.cloudOptimized() && Math.max(size.width(), size.height()) > spec.tileSize()) {
      size = new Size(RowHalver.half(size.width()), RowHalver.half(size.height()));
      sizes.add(size);
    }
    return new Pyramid(List.copyOf(sizes));
  }
}
