package org.coverscape.engine.sample;

/** Paints halls with flat roofs between car parks. Not thread-safe. */
final class CommercePainter {
  private static final double TURN = 0.09;
  private static final double LENGTH = 176;
  private static final double DEPTH = 142;
  private static final double STREET = 13;
  private static final Shade ASPHALT = new Shade(116, 116, 118, 100);
  private static final Shade WORN = new Shade(146, 145, 142, 130);
  private static final Shade LINE = new Shade(196, 196, 190, 180);
  private static final Shade VERGE = new Shade(124, 134, 94, 166);
  private static final Shade UNIT = new Shade(120, 122, 124, 110);
  private static final Shade[] CARS = {
    new Shade(228, 228, 228, 204),
    new Shade(60, 62, 68, 54),
    new Shade(150, 40, 40, 120),
    new Shade(170, 174, 178, 150),
    new Shade(52, 74, 118, 90)
  };

  private final int seed;
  private final GradientNoise noise;

  CommercePainter(int seed) {
    this.seed = seed;
    this.noise = new GradientNoise(seed);
  }

  /** Paints a place; says how dense trees stand there. */
  double paint(double x, double y, Tint tint) {
    double u = x - TURN * y;
    double v = y + TURN * x;
    int column = (int) Math.floor(u / LENGTH);
    int row = (int) Math.floor(v / DEPTH);
    double s = u - column * LENGTH;
    double t = v - row * DEPTH;
    tint.set(ASPHALT);
    tint.blend(WORN, 0.5 + noise.fractal(u / 40, v / 40, 4));
    if (s < STREET || t < STREET) {
      tint.blend(LINE, Math.abs((s < STREET ? s : t) - STREET / 2) < 0.5 ? 0.4 : 0);
      return 0;
    }
    if (s < STREET + 5 || t < STREET + 5) {
      tint.set(VERGE);
      tint.add(9 * noise.fractal(x / 6, y / 6, 2), 1);
      return 0.35;
    }
    return plot(Hash.bits(seed, column, row), s - STREET - 5, t - STREET - 5, tint);
  }

  private double plot(int bits, double s, double t, Tint tint) {
    double left = 8 + 20 * Hash.part(bits, 0);
    double top = 5 + 8 * Hash.part(bits, 1);
    double width = 70 + 55 * Hash.part(bits, 2);
    double deep = 40 + 26 * Hash.part(bits, 3);
    double dx = s - left;
    double dy = t - top;
    if (dx >= 0 && dx < width && dy >= 0 && dy < deep) {
      roof(bits, dx, dy, width, deep, tint);
      return 0;
    }
    if (dy > deep + 6 && s > 4 && s < 150) {
      return park(bits, s, dy - deep - 6, tint);
    }
    if (dx > -6 && dx < width - 4 && dy > -8 && dy < deep - 8) {
      tint.shadow(0.5);
    }
    return 0;
  }

  private void roof(int bits, double dx, double dy, double width, double deep, Tint tint) {
    tint.set(Roofs.flat(bits));
    tint.add(5 * noise.fractal(dx / 25, dy / 25, 3), 1);
    double rim = Math.min(Math.min(dx, width - dx), Math.min(dy, deep - dy));
    if (rim < 1.3) {
      tint.scale(0.8);
    }
    double ux = (dx + 40) % 19;
    double uy = (dy + 40) % 15;
    boolean there = Hash.unit(bits, (int) ((dx + 40) / 19), (int) ((dy + 40) / 15)) > 0.55;
    if (there && rim > 6 && ux < 4 && uy < 3) {
      tint.set(UNIT);
    } else if (there && rim > 6 && ux < 4 && uy > 13) {
      tint.shadow(0.4);
    }
  }

  /** Two rows of bays, an aisle, and trees on every sixth island. */
  private double park(int bits, double s, double t, Tint tint) {
    double inAisle = t % 17.5;
    if (inAisle > 10.4) {
      return 0;
    }
    int bay = (int) (s / 2.8);
    int lane = 2 * ((int) (t / 17.5)) + (inAisle > 5.2 ? 1 : 0);
    double inBay = s - bay * 2.8;
    if (bay % 12 == 0) {
      tint.set(VERGE);
      return 0.5;
    }
    int car = Hash.bits(bits + 5, bay, lane);
    double deep = inAisle % 5.2;
    if (Hash.part(car, 0) < 0.55 && inBay > 0.5 && inBay < 2.4 && deep > 0.5 && deep < 4.8) {
      tint.set(CARS[(car >>> 8 & 0xFF) % CARS.length]);
    } else if (inBay < 0.4) {
      tint.blend(LINE, 0.6);
    }
    return 0;
  }
}
