package org.coverscape.app.overlay;

import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.map.cell.CellLooks;
import org.coverscape.map.cell.CellPattern;

/**
 * How the cells of a store look. Thread-safe.
 *
 * <p>Where an answer is still awaited, the answer of the coarse pass shows through: that of the
 * chip whose row and column are the next lower multiples of {@value #COARSE}, or of {@value
 * #COARSER}, in its middle.
 *
 * @param cells the cells
 * @param colours the colours
 * @param view what the colours tell
 * @param threshold confidence in percent below which a class is shown desaturated
 * @param live whether answers are still on their way, so that a neighbour's may stand in for them
 */
public record OverlayLooks(
    CellStore cells, OverlayColours colours, OverlayView view, int threshold, boolean live)
    implements CellLooks {
  private static final int COARSE = 4;
  private static final int COARSER = 8;
  private static final int OPAQUE = 0xFF000000;
  private static final int PROVISIONAL = 0x59000000;

  @Override
  public int argb(int row, int col) {
    int kind = cells.kind(row, col);
    if (kind == CellKind.OUTSIDE) {
      return 0;
    }
    if (kind != CellKind.AWAITED) {
      return OPAQUE | rgb(kind, cells.confidence(row, col));
    }
    if (!live) {
      return 0;
    }
    int coarse = provisional(row, col, COARSE);
    return coarse != 0 ? coarse : provisional(row, col, COARSER);
  }

  private int provisional(int row, int col, int step) {
    int across = cells.across();
    int coarseRow = row - Math.floorMod(row, step * across) + across / 2;
    int coarseCol = col - Math.floorMod(col, step * across) + across / 2;
    int kind = cells.kind(coarseRow, coarseCol);
    return CellKind.isClass(kind)
        ? PROVISIONAL | rgb(kind, cells.confidence(coarseRow, coarseCol))
        : 0;
  }

  private int rgb(int kind, int confidence) {
    if (CellKind.isUnscored(kind)) {
      return colours.unscored();
    }
    if (view == OverlayView.CONFIDENCE) {
      return OverlayColours.confidence(confidence);
    }
    if (kind == CellKind.UNCLASSIFIED) {
      return colours.unclassified();
    }
    boolean faint = confidence < threshold;
    if (view == OverlayView.STATUS) {
      return faint ? OverlayColours.belowThreshold() : OverlayColours.scored();
    }
    int rgb = colours.of(LandCoverClass.ofId(kind));
    return faint ? OverlayColours.desaturated(rgb) : rgb;
  }

  @Override
  public CellPattern pattern(int row, int col) {
    int kind = cells.kind(row, col);
    if (CellKind.isUnscored(kind)) {
      return CellPattern.HATCH;
    }
    return kind == CellKind.UNCLASSIFIED ? CellPattern.DOTS : CellPattern.PLAIN;
  }

  @Override
  public long bornNanos(int row, int col) {
    return cells.bornNanos(row, col);
  }
}
