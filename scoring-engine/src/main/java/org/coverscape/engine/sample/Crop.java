package org.coverscape.engine.sample;

import java.util.List;

/**
 * What stands on a field in June.
 *
 * @param shade the colour of the whole
 * @param rows distance between the rows or swaths that can be seen, in metres
 * @param contrast how strongly they show
 * @param green whether leaves cover the ground
 */
record Crop(Shade shade, double rows, double contrast, boolean green) {
  static final Crop MAIZE = new Crop(new Shade(52, 76, 46, 178), 3.1, 7, true);
  static final Crop SOY = new Crop(new Shade(86, 108, 62, 184), 3.7, 9, true);
  static final Crop LUCERNE = new Crop(new Shade(92, 120, 66, 196), 8.5, 6, true);
  static final Crop WHEAT = new Crop(new Shade(172, 156, 108, 152), 6.2, 6, false);
  static final Crop STUBBLE = new Crop(new Shade(166, 150, 122, 146), 9.3, 6, false);
  static final Crop FALLOW = new Crop(new Shade(134, 115, 94, 120), 4.3, 8, false);
  static final Crop SEEDED = new Crop(new Shade(150, 135, 116, 134), 5.1, 5, false);

  private static final List<Crop> ALL =
      List.of(MAIZE, SOY, LUCERNE, WHEAT, STUBBLE, FALLOW, SEEDED);

  /** A crop for a number from 0 to 1. */
  static Crop of(double chance) {
    return ALL.get(Math.min(ALL.size() - 1, (int) (chance * ALL.size())));
  }
}
