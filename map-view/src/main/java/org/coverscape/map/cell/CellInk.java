package org.coverscape.map.cell;

import org.coverscape.map.frame.Frame;

/**
 * The patterns on the screen, which are as fine at every zoom and move with the ground. For a pixel
 * a pattern says whether it is a line or dot, or the ground between.
 */
final class CellInk {
  private static final double HATCH_PERIOD = 8;
  private static final double HATCH_LINE = 2;
  private static final double DOT_PERIOD = 5;
  private static final double DOT_SIZE = 1.4;

  /** Share of the colour's alpha between the lines and dots. */
  private static final double GROUND = 0.22;

  private final int hatchPeriod;
  private final int hatchLine;
  private final int dotPeriod;
  private final int dotSize;
  private final int originX;
  private final int originY;

  /** The patterns of a frame. */
  CellInk(Frame frame) {
    hatchPeriod = pixels(HATCH_PERIOD, frame);
    hatchLine = pixels(HATCH_LINE, frame);
    dotPeriod = pixels(DOT_PERIOD, frame);
    dotSize = pixels(DOT_SIZE, frame);
    int repeat = 2 * hatchPeriod * dotPeriod;
    originX = Math.floorMod(frame.column(), repeat);
    originY = Math.floorMod(frame.row(), repeat);
  }

  /** Whether a pixel of the frame belongs to a line or dot. */
  boolean isInk(CellPattern pattern, int x, int y) {
    int column = originX + x;
    int row = originY + y;
    return switch (pattern) {
      case PLAIN -> true;
      case HATCH -> (column + row) % hatchPeriod < hatchLine;
      case DOTS -> {
        int line = row / dotPeriod;
        int shift = line % 2 == 0 ? 0 : dotPeriod / 2;
        yield row - line * dotPeriod < dotSize && (column + shift) % dotPeriod < dotSize;
      }
    };
  }

  /** The premultiplied colour of lines and dots. */
  static int ink(int argb, double fade) {
    return premultiplied(argb, (argb >>> 24) * fade);
  }

  /** The premultiplied colour between lines and dots. */
  static int ground(int argb, double fade) {
    return premultiplied(argb, (argb >>> 24) * fade * GROUND);
  }

  /** A premultiplied colour with a thin shadow over it, for the line between two cells. */
  static int shaded(int pixel, int alpha) {
    int rest = 255 - alpha;
    int red = (pixel >> 16 & 0xff) * rest / 255;
    int green = (pixel >> 8 & 0xff) * rest / 255;
    int blue = (pixel & 0xff) * rest / 255;
    int cover = alpha + (pixel >>> 24) * rest / 255;
    return cover << 24 | red << 16 | green << 8 | blue;
  }

  private static int premultiplied(int argb, double alpha) {
    int a = (int) Math.round(alpha);
    int red = ((argb >> 16 & 0xff) * a + 127) / 255;
    int green = ((argb >> 8 & 0xff) * a + 127) / 255;
    int blue = ((argb & 0xff) * a + 127) / 255;
    return a << 24 | red << 16 | green << 8 | blue;
  }

  private static int pixels(double size, Frame frame) {
    return Math.max(1, (int) Math.round(size * frame.density()));
  }
}
