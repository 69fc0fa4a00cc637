package org.coverscape.engine.assessment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.Envelope;

/**
 * A raster of NLCD's codes by chance, in its projection, over a region.
 *
 * @param width columns
 * @param height rows
 * @param grid where its pixels of 30 m lie
 * @param codes row by row
 */
record References(int width, int height, PixelGrid grid, byte[] codes) {
  static final Crs ALBERS = Crs.ofEpsg(5070);
  static final int NO_DATA = 250;

  private static final int[] CODES = {
    11, 21, 22, 23, 24, 31, 41, 42, 43, 52, 71, 81, 82, 90, 95, 0, 199, NO_DATA
  };

  static References over(MappedRegion map, long seed) {
    Envelope extent = map.region().in(ALBERS).geometry().getEnvelopeInternal();
    double west = 30 * Math.floor(extent.getMinX() / 30) - 135;
    double north = 30 * Math.ceil(extent.getMaxY() / 30) + 135;
    int width = (int) ((extent.getMaxX() - west) / 30) + 5;
    int height = (int) ((north - extent.getMinY()) / 30) + 5;
    Random random = new Random(seed);
    byte[] codes = new byte[width * height];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) CODES[random.nextInt(CODES.length)];
    }
    return new References(width, height, PixelGrid.northUp(west, north, 30, 30), codes);
  }

  int code(int col, int row) {
    return codes[row * width + col] & 0xFF;
  }

  Path write(Path file) throws IOException {
    GeoTiffSpec spec =
        GeoTiffSpec.of(width, height, 1, grid, ALBERS).withNoData(NO_DATA).withTileSize(64);
    GeoTiffWriter.write(file, spec, (y, row) -> System.arraycopy(codes, y * width, row, 0, width));
    return file;
  }
}
