package org.coverscape.engine.sample;

/** Low hills cut by draws: how the sun falls on them, and where they are moist. Not thread-safe. */
final class Relief {
  private static final double STEP = 10;
  private static final double LATTICE = 5;
  private final GradientNoise hills;
  private final CoarseField light;
  private final CoarseField moisture;

  Relief(int seed, double width) {
    this.hills = new GradientNoise(seed);
    this.light = new CoarseField(width, LATTICE, this::exactLight);
    this.moisture = new CoarseField(width, LATTICE, this::exactMoisture);
  }

  /** Light from the south-east, about −1 (away) to 1 (towards). */
  double light(double x, double y) {
    return light.at(x, y);
  }

  /** How near the floor of a draw a place is: 0 on the slopes, up to 1 on the floor. */
  double moisture(double x, double y) {
    return moisture.at(x, y);
  }

  private double exactLight(double x, double y) {
    double rise = height(x, y) - height(x + STEP * 0.55, y + STEP * 0.83);
    return Math.max(-1, Math.min(1, rise * 6));
  }

  /** Draws come and go along their course, as the ground is more or less steep. */
  private double exactMoisture(double x, double y) {
    double depth = Math.max(0, Math.min(1, 0.45 + 1.5 * hills.at(x / 560 + 4, y / 560 - 9)));
    return depth * Math.max(0, 1 - draws(x, y) / (0.05 + 0.07 * depth));
  }

  /** Height above the plain, about −1 to 1; valleys are sharp, as water cuts them. */
  private double height(double x, double y) {
    double broad = hills.at(x / 420, y / 420);
    double draws = draws(x, y);
    double gullies = Math.abs(hills.fractal(x / 85 - 12, y / 85 + 90, 2));
    return 0.5 * broad + 0.8 * draws + 0.3 * gullies * Math.min(1, 2 * draws);
  }

  private double draws(double x, double y) {
    double px = x + 55 * hills.fractal(x / 150 + 60, y / 150, 2);
    double py = y + 55 * hills.fractal(x / 150, y / 150 + 60, 2);
    return Math.abs(hills.at((px + 0.4 * py) / 420 + 31, (py - 0.4 * px) / 210 + 7));
  }
}
