package org.coverscape.engine.sample;

/** Paints bare ground: a gravel quarry with benches, tracks and heaps. Thread-safe. */
final class QuarryPainter {
  private static final Shade GRAVEL = new Shade(190, 181, 156, 174);
  private static final Shade CLAY = new Shade(176, 158, 128, 160);
  private static final Shade PALE = new Shade(214, 208, 190, 196);
  private static final Shade WHEEL = new Shade(204, 196, 174, 186);

  private final GradientNoise noise;

  QuarryPainter(int seed) {
    this.noise = new GradientNoise(seed);
  }

  /** Paints a place some metres inside the pit's edge. */
  void paint(double x, double y, double inside, Tint tint) {
    double broad = noise.fractal(x / 190, y / 190, 4);
    double grain = noise.fractal(x / 9, y / 9, 3);
    tint.set(GRAVEL);
    tint.blend(CLAY, 0.25 + 1.3 * broad);
    tint.blend(PALE, -1.5 * broad - 0.15);
    double track = Math.abs(noise.at(x / 150 + 5, y / 150 - 8));
    tint.blend(WHEEL, track < 0.03 ? 0.6 : 0);
    tint.add(4.5 * grain, 0.9);
    tint.scale(1 + bench(x, y, inside) + heap(x, y));
  }

  /** Steps of the pit's wall: light where they face the sun, dark where not. */
  private double bench(double x, double y, double inside) {
    double depth = inside + 14 * noise.at(x / 60, y / 60);
    if (depth > 95 || depth < 0) {
      return 0;
    }
    double step = depth % 32;
    return step < 5 ? -0.16 : step < 8 ? 0.07 : 0;
  }

  private double heap(double x, double y) {
    double here = Math.max(0, noise.at(x / 38 + 80, y / 38 - 50) - 0.42);
    double ahead = Math.max(0, noise.at((x + 3) / 38 + 80, (y + 5) / 38 - 50) - 0.42);
    return Math.max(-0.25, Math.min(0.16, (here - ahead) * 3.2));
  }
}
