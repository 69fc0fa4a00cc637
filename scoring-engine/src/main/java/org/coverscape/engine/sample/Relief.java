package org.coverscape.engine.sample;

/** Low hills cut by draws: how the sun falls on them, and where they are moist. Thread-safe. */
final class Relief {
  private static final double STEP = 12;
  private final GradientNoise hills;

  Relief(int seed) {
    this.hills = new GradientNoise(seed);
  }

  /** Height above the plain, about −1 to 1; valleys are sharp, as water cuts them. */
  double height(double x, double y) {
    double broad = hills.at(x / 420, y / 420);
    double draws = Math.abs(hills.at(x / 230 + 31, y / 230 + 7));
    double gullies = Math.abs(hills.at(x / 75 - 12, y / 75 + 90));
    return 0.5 * broad + 0.9 * draws + 0.22 * gullies * Math.min(1, 2 * draws);
  }

  /** Light from the south-east, about −1 (away) to 1 (towards). */
  double light(double x, double y, double height) {
    double ahead = height(x + STEP * 0.5, y + STEP * 0.85);
    return Math.max(-1, Math.min(1, (height - ahead) * 6));
  }

  /** How near the floor of a draw a place is: 0 on the slopes, 1 on the floor. */
  double moisture(double x, double y) {
    double draws = Math.abs(hills.at(x / 230 + 31, y / 230 + 7));
    return Math.max(0, 1 - draws / 0.09);
  }
}
