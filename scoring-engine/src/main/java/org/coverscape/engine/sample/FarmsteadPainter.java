package org.coverscape.engine.sample;

/**
 * Paints farmsteads: a yard with a house, barns and bins, and trees against the wind. Thread-safe.
 */
final class FarmsteadPainter {
  /** Width of the plot. */
  static final double WIDTH = 118;

  /** Depth of the plot. */
  static final double DEPTH = 96;

  private static final Shade YARD = new Shade(184, 174, 152, 164);
  private static final Shade LAWN = new Shade(112, 130, 86, 176);
  private static final double[][] BUILDINGS = {
    {30, 62, 15, 11}, {62, 26, 34, 15}, {66, 56, 14, 26}, {94, 60, 12, 12}
  };

  private final GradientNoise noise;

  FarmsteadPainter(int seed) {
    this.noise = new GradientNoise(seed);
  }

  /** Paints a place of the plot; says how dense trees stand there. */
  double paint(int id, double s, double t, Tint tint) {
    double ragged = 4 * noise.at(s / 17, t / 17);
    boolean yard = s + ragged > 50 && t + ragged > 18;
    tint.set(yard ? YARD : LAWN);
    tint.add(9 * noise.fractal(s / 5 + (id & 63), t / 5, 3), 1);
    for (int i = 0; i < BUILDINGS.length; i++) {
      double[] b = BUILDINGS[i];
      double dx = s - b[0];
      double dy = t - b[1];
      if (dx >= 0 && dy >= 0 && dx < b[2] && dy < b[3]) {
        roof(Hash.bits(id, i, 0), dx - b[2] / 2, dy - b[3] / 2, b[3] > b[2], tint);
        return 0;
      }
      if (dx > -3 && dx < b[2] - 3 && dy > -5 && dy < b[3] - 3) {
        tint.shadow(0.5);
        return 0;
      }
    }
    return yard ? 0 : s < 20 || t < 16 ? 0.85 : 0.2;
  }

  private static void roof(int bits, double dx, double dy, boolean ridgeRunsNorth, Tint tint) {
    tint.set((bits & 1) == 0 ? Roofs.shingle(bits) : Roofs.flat(bits));
    tint.scale(Roofs.gable(ridgeRunsNorth ? dx : dy, ridgeRunsNorth));
  }
}
