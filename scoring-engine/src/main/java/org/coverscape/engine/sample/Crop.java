package org.coverscape.engine.sample;

/** What stands on a field in June. */
enum Crop {
  MAIZE(new Shade(54, 78, 58, 176), 3.1, 5),
  SOY(new Shade(86, 108, 70, 182), 3.7, 6),
  LUCERNE(new Shade(84, 118, 72, 196), 8.5, 4),
  WHEAT(new Shade(172, 156, 112, 152), 6.2, 4),
  STUBBLE(new Shade(166, 150, 122, 146), 9.3, 5),
  FALLOW(new Shade(134, 115, 94, 120), 4.3, 6),
  SEEDED(new Shade(150, 135, 116, 134), 5.1, 4);

  /** The colour of the whole. */
  final Shade shade;

  /** Distance between rows or swaths that can be seen, in metres. */
  final double rows;

  /** How strongly they show. */
  final double contrast;

  Crop(Shade shade, double rows, double contrast) {
    this.shade = shade;
    this.rows = rows;
    this.contrast = contrast;
  }

  /** A crop for a number from 0 to 1. */
  static Crop of(double chance) {
    Crop[] all = values();
    return all[Math.min(all.length - 1, (int) (chance * all.length))];
  }

  /** Whether leaves cover the ground. */
  boolean green() {
    return this == MAIZE || this == SOY || this == LUCERNE;
  }
}
