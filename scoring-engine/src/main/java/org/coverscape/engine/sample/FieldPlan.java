package org.coverscape.engine.sample;

/**
 * Divides farmland the way the Public Land Survey does: roads half a mile apart, and between them
 * quarter sections with strips of fields or one circle watered by a centre pivot. Not thread-safe.
 */
final class FieldPlan {
  /** Half a mile in metres. */
  static final double BLOCK = 805;

  private static final double TURN = 0.012;
  private static final double PIVOT_RADIUS = 378;
  private static final double ROAD_MARGIN = 13;
  private static final double FARMSTEAD_MARGIN = 14;

  private final int seed;
  private final Field field = new Field();
  private double road;
  private double roadAlong;

  FieldPlan(int seed) {
    this.seed = seed;
  }

  /** Looks a place up; the answer is good until the next call. */
  Field locate(double x, double y) {
    double u = x - TURN * y + 112;
    double v = y + TURN * x - 660;
    int column = (int) Math.floor(u / BLOCK);
    int row = (int) Math.floor(v / BLOCK);
    double s = u - column * BLOCK;
    double t = v - row * BLOCK;
    double fromColumn = Math.min(s, BLOCK - s);
    double fromRow = Math.min(t, BLOCK - t);
    road = Math.min(fromColumn, fromRow);
    roadAlong = fromColumn < fromRow ? v : u;
    int bits = Hash.bits(seed, column, row);
    field.farmstead = farmstead(s, t, bits);
    if (field.farmstead) {
      return field;
    }
    field.pivot = (column + 2 * row + seed) % 3 == 0;
    if (field.pivot) {
      pivot(s - BLOCK / 2, t - BLOCK / 2, bits);
    } else {
      strips(s, t, bits);
    }
    return field;
  }

  /** Metres to the middle of the nearest road. */
  double road() {
    return road;
  }

  /** Metres along that road. */
  double roadAlong() {
    return roadAlong;
  }

  /** Some quarter sections have a farmstead in a corner, where the roads meet. */
  private boolean farmstead(double s, double t, int bits) {
    double plotS = s - FARMSTEAD_MARGIN;
    double plotT = t - FARMSTEAD_MARGIN;
    boolean there = (bits >>> 9 & 3) == 0;
    if (!there
        || plotS < 0
        || plotT < 0
        || plotS > FarmsteadPainter.WIDTH
        || plotT > FarmsteadPainter.DEPTH) {
      return false;
    }
    field.id = bits;
    field.along = plotS;
    field.across = plotT;
    return true;
  }

  private void pivot(double dx, double dy, int bits) {
    double radius = Math.sqrt(dx * dx + dy * dy);
    double angle = StrictMath.atan2(dy, dx) + Math.PI;
    double split = 2 * Math.PI * Hash.part(bits, 1);
    boolean inside = radius < PIVOT_RADIUS;
    boolean first = (angle + split) % (2 * Math.PI) < Math.PI * (1 + Hash.part(bits, 2) * 0.4);
    field.id = Hash.bits(bits, inside ? 1 : 0, inside && first ? 1 : 0);
    field.crop = inside ? first ? Crop.MAIZE : Crop.SOY : Crop.STUBBLE;
    field.along = inside ? angle * radius : dx;
    field.across = inside ? radius : dy;
    field.edge = inside ? PIVOT_RADIUS - radius : Math.min(radius - PIVOT_RADIUS, road);
    field.hedged = false;
    field.pivot = inside;
  }

  private void strips(double s, double t, int bits) {
    boolean upright = (bits & 1) == 0;
    double across = upright ? s : t;
    double along = upright ? t : s;
    int halves = (bits >> 1 & 3) == 0 ? 2 : 1;
    double half = BLOCK / halves;
    int part = (int) Math.min(halves - 1, along / half);
    int count = 2 + (Hash.bits(bits, part, 3) >>> 3) % 4;
    double bent =
        across + 20 * StrictMath.sin(2 * Math.PI * across / BLOCK + Hash.part(bits, 3) * 6);
    double width = BLOCK / count;
    int strip = (int) Math.max(0, Math.min(count - 1, bent / width));
    double inStrip = bent - strip * width;
    double inPart = along - part * half;
    field.id = Hash.bits(bits, part, strip);
    field.crop = Crop.of(Hash.unit(field.id, 1, 1));
    field.along = along;
    field.across = across;
    double fromSide = Math.min(inStrip, width - inStrip);
    field.edge = Math.min(Math.min(fromSide, Math.min(inPart, half - inPart)), road - ROAD_MARGIN);
    field.hedged = Hash.part(field.id, 2) > 0.8 && fromSide < 7;
    headland(inPart, half, across);
  }

  /** At the ends of a field the machine turns, and the rows run across. */
  private void headland(double inPart, double half, double across) {
    if (Math.min(inPart, half - inPart) < 22) {
      field.along = across;
      field.across = inPart;
    }
  }
}
