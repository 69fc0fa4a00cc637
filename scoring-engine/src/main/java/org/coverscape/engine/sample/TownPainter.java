package org.coverscape.engine.sample;

/**
 * Paints streets of houses: blocks of lots, each with a house, a drive and a garden. Not
 * thread-safe.
 */
final class TownPainter {
  private static final double TURN = 0.09;
  private static final double BLOCK_LENGTH = 164;
  private static final double BLOCK_DEPTH = 78;
  private static final double STREET = 11;
  private static final Shade ASPHALT = new Shade(122, 122, 124, 106);
  private static final Shade PAVEMENT = new Shade(186, 182, 174, 164);
  private static final Shade CAR_LIGHT = new Shade(226, 226, 226, 200);
  private static final Shade CAR_DARK = new Shade(58, 60, 66, 52);

  private final int seed;
  private final GradientNoise noise;
  private final LotPainter lots;

  TownPainter(int seed) {
    this.seed = seed;
    this.noise = new GradientNoise(seed);
    this.lots = new LotPainter(seed + 1, noise);
  }

  /** Paints a place; says how dense trees stand there. */
  double paint(double x, double y, Tint tint) {
    double bend = 7 * noise.at(x / 260, y / 260);
    double u = x - TURN * y + bend;
    double v = y + TURN * x + 9 * noise.at(x / 300 + 9, y / 300);
    int column = (int) Math.floor(u / BLOCK_LENGTH);
    int row = (int) Math.floor(v / BLOCK_DEPTH);
    double s = u - column * BLOCK_LENGTH;
    double t = v - row * BLOCK_DEPTH;
    if (s < STREET || t < STREET) {
      street(column, row, s, t, u, v, tint);
      return 0;
    }
    return lots.paint(
        Hash.bits(seed, column, row),
        s - STREET,
        t - STREET,
        BLOCK_LENGTH - STREET,
        BLOCK_DEPTH - STREET,
        tint,
        x,
        y);
  }

  private void street(int column, int row, double s, double t, double u, double v, Tint tint) {
    boolean across = s < STREET;
    double inside = across && t < STREET ? 5 : Math.min(across ? s : t, STREET - (across ? s : t));
    if (inside < 1.7) {
      tint.set(PAVEMENT);
      return;
    }
    tint.set(ASPHALT);
    tint.add(6 * noise.fractal(u / 9, v / 9, 3), 1);
    double along = across ? v : u;
    int place = (int) Math.floor(along / 7.5);
    double car = along - place * 7.5;
    int bits = Hash.bits(seed + 9, place, column * 31 + row);
    if (inside < 3.6 && car < 4.4 && Hash.part(bits, 0) > 0.84) {
      tint.set((bits & 0x100) == 0 ? CAR_LIGHT : CAR_DARK);
    }
  }
}
