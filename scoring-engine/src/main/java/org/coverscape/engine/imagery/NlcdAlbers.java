package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.Set;
import org.coverscape.engine.region.Crs;

/**
 * NLCD's projection, Albers of the lower 48 states, in files that do not name it by its code.
 *
 * <p>Some lay it down number by number, on WGS 84, which is taken for NAD83 as everywhere here. In
 * others the origin got lost: some programs that cut NLCD write its standard parallels and 0° for
 * the origin, which puts Maryland into Chad; nobody maps with these parallels from there.
 */
final class NlcdAlbers {
  /** Albers with 29.5° and 45.5°, from 23° N and 96° W, NAD83: as NLCD is published. */
  private static final int CODE = 5070;

  private static final double FIRST_PARALLEL = 29.5;
  private static final double SECOND_PARALLEL = 45.5;
  private static final double LATITUDE = 23;
  private static final double LONGITUDE = -96;
  private static final int ALBERS = 11;
  private static final int METRE = 9001;
  private static final Set<Long> MODERN = Set.of(4326L, 4269L);
  private static final int ABSENT = -1;

  private final long[] keys;
  private final double[] values;

  private NlcdAlbers(long[] keys, double[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** A file's own words (OGC 19-008r4: the keys of tag 34735, with numbers in tag 34736). */
  static NlcdAlbers of(TiffFields fields) throws IOException {
    return new NlcdAlbers(fields.longs(34735), fields.doubles(34736));
  }

  /** Whether the origin got lost. */
  boolean lacksOrigin() {
    return hasParallels() && isAt(3080, 0) && isAt(3081, 0);
  }

  /** Whether it is all there, in metres on a datum of today. */
  boolean isWhole() {
    long unit = key(3076);
    return hasParallels()
        && isAt(3080, LONGITUDE)
        && isAt(3081, LATITUDE)
        && (key(3082) == ABSENT || isAt(3082, 0))
        && (key(3083) == ABSENT || isAt(3083, 0))
        && (unit == ABSENT || unit == METRE)
        && MODERN.contains(key(2048));
  }

  private boolean hasParallels() {
    return key(3075) == ALBERS && isAt(3078, FIRST_PARALLEL) && isAt(3079, SECOND_PARALLEL);
  }

  /** The same place in the system that is meant, under its code. */
  static Georeference named(Georeference place) {
    return new Georeference(place.grid(), Crs.ofEpsg(CODE));
  }

  private long key(int id) {
    for (int i = 4; i + 3 < keys.length; i += 4) {
      if (keys[i] == id) {
        return keys[i + 3];
      }
    }
    return ABSENT;
  }

  private boolean isAt(int id, double wanted) {
    long index = key(id);
    return index >= 0 && index < values.length && Math.abs(values[(int) index] - wanted) < 1e-9;
  }
}
