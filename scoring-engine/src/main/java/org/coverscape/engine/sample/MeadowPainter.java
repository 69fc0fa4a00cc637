package org.coverscape.engine.sample;

/** Paints grassland: mottled, greener in the draws, crossed by the paths of cattle. Thread-safe. */
final class MeadowPainter {
  private static final Shade DRY = new Shade(160, 150, 112, 164);
  private static final Shade GREEN = new Shade(126, 142, 100, 172);
  private static final Shade LUSH = new Shade(92, 118, 74, 186);
  private static final Shade PATH = new Shade(176, 164, 134, 158);

  private final GradientNoise noise;

  MeadowPainter(int seed) {
    this.noise = new GradientNoise(seed);
  }

  /** Paints a place with the sun's light on its slope, and its moisture. */
  void paint(double x, double y, double light, double moisture, Tint tint) {
    double broad = noise.fractal(x / 260, y / 260, 4);
    double tufts = noise.fractal(x / 14, y / 14, 3);
    tint.set(DRY);
    tint.blend(GREEN, 0.5 + 1.2 * broad + 0.35 * tufts);
    tint.blend(LUSH, 0.8 * moisture + 0.35 * broad);
    tint.scale(1 + 0.085 * light);
    tint.add(7 * tufts, 1.1);
    double path = Math.abs(noise.at(x / 170 + 9, y / 170 + 3) + 0.05 * tufts);
    tint.blend(PATH, path < 0.006 ? 0.55 : 0);
  }
}
