package org.coverscape.engine.sample;

import java.util.List;

/** A few stock ponds in the meadows: dark water with a muddy, reedy rim. Thread-safe. */
final class Ponds {
  private static final Shade WATER = new Shade(52, 66, 66, 22);
  private static final Shade MUD = new Shade(150, 138, 112, 118);
  private static final Shade REEDS = new Shade(96, 112, 74, 168);
  private static final List<Pond> ALL =
      List.of(new Pond(2010, 3020, 74), new Pond(3290, 3420, 52), new Pond(1990, 610, 46));

  private record Pond(double x, double y, double radius) {}

  private final GradientNoise noise;

  Ponds(int seed) {
    this.noise = new GradientNoise(seed);
  }

  /** Paints a place if it belongs to a pond, and says so. */
  boolean paint(double x, double y, Tint tint) {
    for (Pond pond : ALL) {
      double dx = x - pond.x;
      double dy = (y - pond.y) * 1.25;
      double distance = Math.sqrt(dx * dx + dy * dy) / pond.radius;
      if (distance < 1.6) {
        return paint(x, y, distance + 0.45 * noise.fractal(x / 55, y / 55, 4), tint);
      }
    }
    return false;
  }

  private boolean paint(double x, double y, double rim, Tint tint) {
    if (rim > 1.13) {
      return false;
    }
    if (rim > 1) {
      tint.set(rim > 1.05 ? REEDS : MUD);
      tint.add(10 * noise.fractal(x / 4, y / 4, 2), 1);
      return true;
    }
    tint.set(WATER);
    tint.add(3 * noise.fractal(x / 30, y / 8, 2) + 14 * Math.max(0, rim - 0.8), 0.6);
    return true;
  }
}
