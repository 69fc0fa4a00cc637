package org.coverscape.engine.sample;

/**
 * Paints grassland: mottled, greener in the draws, crossed by the paths of cattle. Not thread-safe.
 */
final class MeadowPainter {
  private static final Shade DRY = new Shade(160, 150, 112, 164);
  private static final Shade GREEN = new Shade(126, 142, 100, 172);
  private static final Shade LUSH = new Shade(92, 118, 74, 186);
  private static final Shade PATH = new Shade(176, 164, 134, 158);

  private final GradientNoise noise;
  private final CoarseField broad;

  MeadowPainter(int seed, double width) {
    this.noise = new GradientNoise(seed);
    this.broad = new CoarseField(width, 6, (x, y) -> noise.fractal(x / 260, y / 260, 4));
  }

  /** Paints a place with the sun's light on its slope, and its moisture. */
  void paint(double x, double y, double light, double moisture, Tint tint) {
    double patch = broad.at(x, y);
    double tufts = noise.fractal(x / 14, y / 14, 3);
    tint.set(DRY);
    tint.blend(GREEN, 0.32 + 1.1 * patch + 0.4 * tufts);
    tint.blend(LUSH, 0.6 * moisture + 0.2 * patch);
    tint.scale(1 + 0.085 * light);
    tint.add(9 * tufts, 1.1);
    double path = Math.abs(noise.at(x / 170 + 9, y / 170 + 3) + 0.05 * tufts);
    tint.blend(PATH, path < 0.006 ? 0.55 : 0);
  }
}
