package org.coverscape.engine.sample;

/** Paints roads by the distance to their middle. Thread-safe. */
final class RoadPainter {
  private static final Shade GRAVEL = new Shade(196, 186, 164, 172);
  private static final Shade DITCH = new Shade(124, 128, 92, 160);
  private static final Shade ASPHALT = new Shade(126, 126, 128, 112);
  private static final Shade SHOULDER = new Shade(178, 172, 158, 158);
  private static final Shade PAINT = new Shade(200, 194, 170, 180);

  private final GradientNoise noise;

  RoadPainter(int seed) {
    this.noise = new GradientNoise(seed);
  }

  /** A gravel road between grassy ditches; says whether the place lies on it. */
  boolean gravel(double distance, double along, Tint tint) {
    if (distance > 12) {
      return false;
    }
    double rough = noise.fractal(along / 12, distance / 3, 2);
    if (distance > 4 + rough) {
      tint.set(DITCH);
      tint.add(14 * rough, 1);
      return true;
    }
    tint.set(GRAVEL);
    tint.add(6 * rough - (distance > 1 && distance < 2 ? -6 : 0), 1);
    return true;
  }

  /** A highway of two lanes with shoulders; says whether the place lies on it. */
  boolean highway(double distance, double along, Tint tint) {
    if (distance > 17) {
      return false;
    }
    double rough = noise.fractal(along / 30, distance / 2, 2);
    if (distance > 8.5 + 1.5 * rough) {
      tint.set(DITCH);
      tint.add(12 * rough, 1);
    } else if (distance > 5) {
      tint.set(SHOULDER);
      tint.add(5 * rough, 1);
    } else {
      tint.set(ASPHALT);
      tint.add(7 * rough, 1);
      tint.blend(PAINT, distance < 0.7 ? 0.5 : 0);
    }
    return true;
  }
}
