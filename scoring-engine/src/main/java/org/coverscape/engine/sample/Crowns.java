package org.coverscape.engine.sample;

/**
 * Round plants scattered over the ground, each lit from the south-east and with a shadow on its far
 * side: trees at one size, shrubs at another. Not thread-safe.
 */
final class Crowns {
  /** Direction in which shadows fall: west and north. */
  static final double SHADOW_X = -0.55;

  /** Direction in which shadows fall, positive southward. */
  static final double SHADOW_Y = -0.83;

  private final int seed;
  private final double cell;
  private final double minRadius;
  private final double maxRadius;
  private double dome;
  private double light;
  private boolean shaded;
  private int plant;

  /**
   * One size of plants.
   *
   * @param cell width of the square that holds at most one plant, in metres
   * @param minRadius radius of the smallest, in metres
   * @param maxRadius radius of the largest, at most 0.75 cells
   */
  Crowns(int seed, double cell, double minRadius, double maxRadius) {
    this.seed = seed;
    this.cell = cell;
    this.minRadius = minRadius;
    this.maxRadius = maxRadius;
  }

  /** Looks at a place where a share, 0 to 1, of the squares holds a plant. */
  void look(double x, double y, double density) {
    dome = 0;
    shaded = false;
    int cx = (int) Math.floor(x / cell);
    int cy = (int) Math.floor(y / cell);
    for (int j = cy - 1; j <= cy + 1; j++) {
      for (int i = cx - 1; i <= cx + 1; i++) {
        int bits = Hash.bits(seed, i, j);
        if (Hash.part(bits, 0) < density) {
          look(x, y, i, j, bits);
        }
      }
    }
  }

  private void look(double x, double y, int i, int j, int bits) {
    double radius = minRadius + (maxRadius - minRadius) * Hash.part(bits, 1);
    double dx = x - (i + 0.15 + 0.7 * Hash.part(bits, 2)) * cell;
    double dy = y - (j + 0.15 + 0.7 * Hash.part(bits, 3)) * cell;
    double outside = (dx * dx + dy * dy) / (radius * radius);
    if (outside < 1) {
      double height = radius * (0.4 + 0.6 * Math.sqrt(1 - outside));
      if (height > dome) {
        dome = height;
        plant = bits;
        light = -(dx * SHADOW_X + dy * SHADOW_Y) / radius;
      }
    } else if (!shaded) {
      double sx = dx - 0.8 * radius * SHADOW_X;
      double sy = dy - 0.8 * radius * SHADOW_Y;
      shaded = sx * sx + sy * sy < radius * radius;
    }
  }

  /** Whether the place lies under a plant. */
  boolean covered() {
    return dome > 0;
  }

  /** Whether it lies in the shadow of one, on open ground. */
  boolean shaded() {
    return shaded && dome == 0;
  }

  /** How the sun falls on the plant there, −1 to 1. */
  double light() {
    return light;
  }

  /** A number from 0 to 1 that differs from plant to plant. */
  double kind() {
    return (plant * 0x9E3779B9 >>> 8) * 0x1p-24;
  }
}
