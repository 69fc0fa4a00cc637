package org.coverscape.map.cell;

import java.util.concurrent.TimeUnit;
import org.coverscape.map.frame.Frame;
import org.coverscape.map.frame.Painted;
import org.jspecify.annotations.Nullable;

/**
 * Paints cells into pixels: each pixel has the colour of the cell under its middle. Not for several
 * threads at once.
 */
final class CellRenderer {
  /** Time in which a new cell appears. */
  static final long FADE_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

  /** Cells larger than this get a thin line between them. */
  private static final double OUTLINED_PIXELS = 24;

  private static final int OUTLINE_ALPHA = 56;

  private @Nullable CellLattice lattice;

  /** Paints all cells of a frame as they are at a time by {@link System#nanoTime}. */
  Painted paint(CellGrid grid, CellLooks looks, Frame frame, long now, int[] out) {
    CellLattice places = lattice;
    if (places == null || !places.isFor(grid, frame)) {
      places = new CellLattice(grid, frame);
      lattice = places;
    }
    boolean outlined = places.cellPixels() > OUTLINED_PIXELS * frame.density();
    CellScan scan = new CellScan(looks, new CellInk(frame), frame.width(), now, outlined);
    for (int y = 0; y < frame.height(); y++) {
      paintRow(places, scan, frame, y, out);
    }
    return scan.outcome();
  }

  private static void paintRow(CellLattice places, CellScan scan, Frame frame, int y, int[] out) {
    scan.beginRow(y);
    double col = places.edge(0, y, 0);
    double row = places.edge(0, y, 1);
    for (int block = 0; block < places.blocksAcross(); block++) {
      double nextCol = places.edge(block + 1, y, 0);
      double nextRow = places.edge(block + 1, y, 1);
      int from = block * CellLattice.STEP;
      int to = Math.min(frame.width(), from + CellLattice.STEP);
      if (Double.isFinite(col + row + nextCol + nextRow)) {
        double colStep = (nextCol - col) / CellLattice.STEP;
        double rowStep = (nextRow - row) / CellLattice.STEP;
        int at = y * frame.width();
        for (int x = from; x < to; x++) {
          double middle = x - from + 0.5;
          int c = (int) Math.floor(col + colStep * middle);
          int r = (int) Math.floor(row + rowStep * middle);
          out[at + x] = scan.pixel(x, c, r);
        }
      }
      col = nextCol;
      row = nextRow;
    }
  }

  /** The walk over the pixels, which asks for each cell only when it is entered. */
  private static final class CellScan {
    private final CellLooks looks;
    private final CellInk patterns;
    private final long now;
    private final boolean outlined;
    private final int[] colAbove;
    private final int[] rowAbove;
    private final boolean[] filledAbove;
    private int y;
    private int col = Integer.MIN_VALUE;
    private int row = Integer.MIN_VALUE;
    private int ink;
    private int ground;
    private CellPattern pattern = CellPattern.PLAIN;
    private boolean fading;
    private boolean seen;

    CellScan(CellLooks looks, CellInk patterns, int width, long now, boolean outlined) {
      this.looks = looks;
      this.patterns = patterns;
      this.now = now;
      this.outlined = outlined;
      colAbove = new int[width];
      rowAbove = new int[width];
      filledAbove = new boolean[width];
    }

    void beginRow(int pixelRow) {
      y = pixelRow;
    }

    int pixel(int x, int c, int r) {
      boolean left = c != col || r != row;
      boolean filledLeft = ink != 0;
      if (left) {
        enter(c, r);
      }
      int pixel =
          pattern == CellPattern.PLAIN || ink == 0 || patterns.isInk(pattern, x, y) ? ink : ground;
      return outlined ? outline(pixel, x, left, filledLeft) : pixel;
    }

    Painted outcome() {
      return fading ? Painted.MOVING : seen ? Painted.STILL : Painted.BLANK;
    }

    private void enter(int c, int r) {
      col = c;
      row = r;
      int argb = looks.argb(r, c);
      if (argb >>> 24 == 0) {
        ink = 0;
        ground = 0;
        return;
      }
      seen = true;
      double fade = fade(looks.bornNanos(r, c));
      pattern = looks.pattern(r, c);
      ink = CellInk.ink(argb, fade);
      ground = pattern == CellPattern.PLAIN ? ink : CellInk.ground(argb, fade);
    }

    private double fade(long born) {
      long age = now - born;
      if (born == 0 || age >= FADE_NANOS) {
        return 1;
      }
      fading = true;
      return Math.max(0, age / (double) FADE_NANOS);
    }

    private int outline(int pixel, int x, boolean left, boolean filledLeft) {
      boolean filled = ink != 0;
      boolean above = y > 0 && (colAbove[x] != col || rowAbove[x] != row);
      boolean line =
          (left && x > 0 && (filled || filledLeft)) || (above && (filled || filledAbove[x]));
      colAbove[x] = col;
      rowAbove[x] = row;
      filledAbove[x] = filled;
      return line ? CellInk.shaded(pixel, OUTLINE_ALPHA) : pixel;
    }
  }
}
