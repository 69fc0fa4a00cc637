package org.coverscape.engine.sample;

/** Paints bare ground: a gravel quarry with benches, tracks and heaps. Not thread-safe. */
final class QuarryPainter {
  private static final Shade GRAVEL = new Shade(190, 181, 154, 174);
  private static final Shade CLAY = new Shade(178, 162, 132, 162);
  private static final Shade PALE = new Shade(206, 199, 176, 190);
  private static final Shade WHEEL = new Shade(203, 195, 172, 186);

  private final GradientNoise noise;
  private final CoarseField broad;
  private final Crowns heaps;

  QuarryPainter(int seed, double width) {
    this.noise = new GradientNoise(seed);
    this.broad = new CoarseField(width, 6, (x, y) -> noise.fractal(x / 190, y / 190, 4));
    this.heaps = new Crowns(seed + 1, 44, 6, 15);
  }

  /** Paints a place some metres inside the pit's edge. */
  void paint(double x, double y, double inside, Tint tint) {
    double patch = broad.at(x, y);
    double grain = noise.fractal(x / 7, y / 7, 3);
    tint.set(GRAVEL);
    tint.blend(CLAY, 0.2 + 1.2 * patch);
    tint.blend(PALE, -1.4 * patch - 0.1);
    double track = Math.abs(noise.at(x / 260 + 5, y / 260 - 8) + 0.02 * grain);
    tint.blend(WHEEL, track < 0.016 ? 0.5 : 0);
    tint.add(5 * grain, 0.9);
    tint.scale(1 + bench(x, y, inside));
    if (inside > 100 && noise.at(x / 300 + 50, y / 300) > 0.05) {
      heap(x, y, tint);
    }
  }

  /** Steps of the pit's wall: light where they face the sun, dark where not. */
  private double bench(double x, double y, double inside) {
    double depth = inside + 14 * noise.at(x / 60, y / 60);
    if (depth > 95 || depth < 0) {
      return 0;
    }
    double step = depth % 32;
    return step < 4 ? -0.13 : step < 7 ? 0.06 : 0;
  }

  private void heap(double x, double y, Tint tint) {
    heaps.look(x, y, 0.22);
    if (heaps.covered()) {
      tint.scale(1 + 0.13 * heaps.light());
    } else if (heaps.shaded()) {
      tint.shadow(0.2);
    }
  }
}
