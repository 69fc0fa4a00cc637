package org.coverscape.engine.imagery;

import java.io.IOException;
import org.coverscape.engine.region.Crs;

/**
 * NLCD's projection, Albers of the lower 48 states, whose origin got lost. Some programs that cut
 * NLCD write its standard parallels and 0° for the origin, which puts Maryland into Chad; nobody
 * maps with these parallels from there.
 */
final class LostOrigin {
  /** Albers with 29.5° and 45.5°, from 23° N and 96° W, NAD83: as NLCD is published. */
  private static final int NLCD = 5070;

  private static final double FIRST_PARALLEL = 29.5;
  private static final double SECOND_PARALLEL = 45.5;
  private static final int ALBERS = 11;

  private LostOrigin() {}

  /** Whether that happened to a file (OGC 19-008r4: keys 3075, 3078 to 3081 of tag 34735). */
  static boolean in(TiffFields fields) throws IOException {
    long[] keys = fields.longs(34735);
    double[] values = fields.doubles(34736);
    return key(keys, 3075) == ALBERS
        && isAt(keys, values, 3078, FIRST_PARALLEL)
        && isAt(keys, values, 3079, SECOND_PARALLEL)
        && isAt(keys, values, 3080, 0)
        && isAt(keys, values, 3081, 0);
  }

  /** The place of such a file, in the system that was meant. */
  static Georeference mended(Georeference place) {
    return new Georeference(place.grid(), Crs.ofEpsg(NLCD));
  }

  private static long key(long[] keys, int id) {
    for (int i = 4; i + 3 < keys.length; i += 4) {
      if (keys[i] == id) {
        return keys[i + 3];
      }
    }
    return -1;
  }

  private static boolean isAt(long[] keys, double[] values, int id, double wanted) {
    long index = key(keys, id);
    return index >= 0 && index < values.length && Math.abs(values[(int) index] - wanted) < 1e-9;
  }
}
