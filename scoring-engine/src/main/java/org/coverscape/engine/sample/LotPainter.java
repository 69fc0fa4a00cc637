package org.coverscape.engine.sample;

/** Paints the lots of a town block: two rows back to back, a house on each. Thread-safe. */
final class LotPainter {
  private static final double LOT = 17;
  private static final Shade LAWN = new Shade(112, 128, 92, 168);
  private static final Shade DRY_LAWN = new Shade(168, 158, 132, 156);
  private static final Shade DRIVE = new Shade(192, 188, 180, 168);
  private static final Shade POOL = new Shade(96, 172, 190, 40);

  private final int seed;
  private final GradientNoise noise;

  LotPainter(int seed, GradientNoise noise) {
    this.seed = seed;
    this.noise = noise;
  }

  /** Paints a place of a block; says how dense trees stand there. */
  double paint(
      int block, double s, double t, double length, double depth, Tint tint, double x, double y) {
    boolean front = t < depth / 2;
    int lot = (int) (s / LOT);
    int bits = Hash.bits(seed + block, lot, front ? 0 : 1);
    double across = s - lot * LOT;
    double back = front ? t : depth - t;
    lawn(bits, x, y, tint);
    if ((lot + 1) * LOT > length + 2) {
      return 0.3;
    }
    double left = 1.5 + 2 * Hash.part(bits, 0);
    double top = 6.5 + 3 * Hash.part(bits, 1);
    double width = 11.5 + 2.5 * Hash.part(bits, 2);
    double deep = 10 + 6 * Hash.part(bits, 3);
    if (across > left && across < left + width && back > top && back < top + deep) {
      roof(
          bits,
          across - left - width / 2,
          (back - top - deep / 2) * (front ? 1 : -1),
          deep > 13,
          tint);
      return 0;
    }
    double grove = noise.at(x / 210 + 3, y / 210);
    details(bits, across, back, left, top, width, deep, front, tint);
    return back > top + deep + 2 ? 0.3 + 0.3 * grove : back < 5 ? 0.3 : 0.05;
  }

  private void lawn(int bits, double x, double y, Tint tint) {
    tint.set(LAWN);
    tint.blend(DRY_LAWN, 1.3 * Hash.part(bits, 1) - 0.1);
    tint.add(12 * noise.fractal(x / 5, y / 5, 2), 1);
  }

  private static void roof(int bits, double dx, double dy, boolean ridgeRunsNorth, Tint tint) {
    tint.set(Roofs.shingle(bits));
    tint.scale(Roofs.gable(ridgeRunsNorth ? dx : dy, ridgeRunsNorth));
  }

  private static void details(
      int bits,
      double across,
      double back,
      double left,
      double top,
      double width,
      double deep,
      boolean front,
      Tint tint) {
    double garage = left + width - 4.6;
    if (across > garage && across < garage + 4.6 && back < top) {
      tint.set(DRIVE);
    }
    double yard = back - top - deep;
    if ((bits & 0x1F) == 3 && yard > 5 && yard < 9 && across > 5 && across < 13) {
      tint.set(POOL);
    }
    if ((bits & 0x60) == 0 && yard > 8 && yard < 12 && across > 13 && across < 16.5) {
      tint.set(Roofs.shingle(bits >> 3));
    }
    shade(across - left, back - top, width, deep, front, tint);
  }

  /** The shadow of a house falls to the north and west. */
  private static void shade(
      double dx, double dy, double width, double deep, boolean front, Tint tint) {
    double north = front ? -dy : dy - deep;
    boolean behind = north > 0 && north < 3.6 && dx > -2.4 && dx < width - 1.5;
    boolean beside = dx < 0 && dx > -2.4 && dy > -3 && dy < deep;
    if (behind || beside) {
      tint.shadow(0.55);
    }
  }
}
