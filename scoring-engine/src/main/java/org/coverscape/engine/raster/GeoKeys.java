package org.coverscape.engine.raster;

import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;

/** Writes where an image lies, after OGC GeoTIFF 1.1 (19-008r4): pixels are areas. */
final class GeoKeys {
  private static final int PIXEL_SCALE = 33550;
  private static final int TIE_POINT = 33922;
  private static final int TRANSFORMATION = 34264;
  private static final int KEY_DIRECTORY = 34735;
  private static final int ASCII_PARAMS = 34737;

  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int CITATION = 1026;
  private static final int GEODETIC_CRS = 2048;
  private static final int PROJECTED_CRS = 3072;

  private GeoKeys() {}

  /** Adds the fields of a grid and its system. */
  static void addTo(TiffDirectory directory, PixelGrid grid, Crs crs) {
    addGrid(directory, grid);
    String citation = crs.name() + "|";
    int code = crs.epsg().orElseThrow();
    boolean degrees = crs.isGeographic();
    directory.text(ASCII_PARAMS, citation);
    directory.shorts(
        KEY_DIRECTORY,
        new int[] {
          1,
          1,
          0,
          4, // version 1.1.0, four keys: id, field (0: here), count, value
          MODEL_TYPE,
          0,
          1,
          degrees ? 2 : 1,
          RASTER_TYPE,
          0,
          1,
          1,
          CITATION,
          ASCII_PARAMS,
          citation.length(),
          0,
          degrees ? GEODETIC_CRS : PROJECTED_CRS,
          0,
          1,
          code
        });
  }

  private static void addGrid(TiffDirectory directory, PixelGrid grid) {
    if (grid.isNorthUp()) {
      directory.doubles(PIXEL_SCALE, grid.a(), -grid.e(), 0);
      directory.doubles(TIE_POINT, 0, 0, 0, grid.x0(), grid.y0(), 0);
    } else {
      double[] matrix = {
        grid.a(), grid.b(), 0, grid.x0(), grid.d(), grid.e(), 0, grid.y0(), 0, 0, 0, 0, 0, 0, 0, 1
      };
      directory.doubles(TRANSFORMATION, matrix);
    }
  }
}
