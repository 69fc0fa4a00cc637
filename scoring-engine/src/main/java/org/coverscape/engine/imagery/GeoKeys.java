package org.coverscape.engine.imagery;

import java.util.OptionalInt;

/**
 * What a GeoTIFF's key directory says about its coordinates (OGC 19-008r4, sections 7.1 and 7.4).
 *
 * @param model 1 projected, 2 geographic, 3 geocentric, 0 when it is not said
 * @param pixelIsPoint whether tie points name pixel centres rather than corners
 * @param geographic code of the geographic system, 32767 for one of its own, 0 when absent
 * @param projected code of the projected system, 32767 for one of its own, 0 when absent
 */
public record GeoKeys(int model, boolean pixelIsPoint, int geographic, int projected) {
  private static final int USER_DEFINED = 32767;

  /** Reads the numbers of tag 34735; a directory that ends early holds what came before. */
  static GeoKeys of(long[] directory) {
    int model = 0;
    int raster = 0;
    int geographic = 0;
    int projected = 0;
    for (int i = 4; i + 3 < directory.length; i += 4) {
      if (directory[i + 1] != 0) {
        continue;
      }
      int value = (int) directory[i + 3];
      switch ((int) directory[i]) {
        case 1024 -> model = value;
        case 1025 -> raster = value;
        case 2048 -> geographic = value;
        case 3072 -> projected = value;
        default -> {}
      }
    }
    return new GeoKeys(model, raster == 2, geographic, projected);
  }

  /** The EPSG code of the coordinates, unless the file defines a system of its own. */
  public OptionalInt epsg() {
    int code = model == 2 || model == 0 && projected == 0 ? geographic : projected;
    return code > 0 && code < USER_DEFINED ? OptionalInt.of(code) : OptionalInt.empty();
  }

  /** Whether it says anything about the system. */
  public boolean isKnown() {
    return model == 1 || model == 2 || geographic != 0 || projected != 0;
  }
}
