package org.coverscape.engine.sample;

/** Paints the river's bed: sand bars, braided channels, and young growth. Thread-safe. */
final class RiverPainter {
  private static final Shade SAND = new Shade(205, 194, 168, 180);
  private static final Shade WET_SAND = new Shade(158, 146, 122, 122);
  private static final Shade SHALLOW = new Shade(112, 114, 96, 62);
  private static final Shade DEEP = new Shade(60, 74, 72, 26);
  private static final Shade WILLOW = new Shade(112, 126, 88, 168);

  private final GradientNoise noise;

  RiverPainter(int seed) {
    this.noise = new GradientNoise(seed);
  }

  /** Paints a place in the bed, some metres off its middle. */
  void paint(double x, double y, double offset, double halfWidth, Tint tint) {
    double bars = noise.fractal(x / 190, offset / 46, 4);
    double grain = noise.fractal(x / 6, y / 6, 2);
    tint.set(SAND);
    tint.blend(WET_SAND, 0.25 + 1.2 * bars);
    tint.add(5 * grain, 0.9);
    double rim = Math.abs(offset) / halfWidth;
    tint.blend(WILLOW, (rim - 0.72) * 3 * (0.8 + 3 * grain) * (bars > -0.05 ? 1 : 0));
    channel(x, offset, halfWidth, bars, tint);
  }

  private void channel(double x, double offset, double halfWidth, double bars, Tint tint) {
    double swing = 0.45 * halfWidth * StrictMath.sin(x / 210 + 1.1);
    double main = Math.abs(offset - swing + 22 * bars) / 19;
    double braid = Math.abs(noise.fractal(x / 330 + 3, offset / 62, 3)) / 0.035;
    double depth = 1.15 - Math.min(main, Math.max(braid, 0.72));
    if (depth > 0) {
      tint.blend(WET_SAND, 8 * depth);
      tint.blend(SHALLOW, 6 * (depth - 0.1));
      tint.blend(DEEP, 2.2 * (depth - 0.3));
    }
  }
}
