package org.coverscape.engine.landcover;

import org.coverscape.engine.chip.ChipGrid;

/**
 * Says what chips' ends mean for the cells of a map: each chip is one cell, or {@value
 * CellScores#COUNT} of them where the map is dense. Immutable.
 *
 * @param dense whether the map has cells of 32 m, many to a chip
 */
public record MapCells(boolean dense) {
  /** The cells of a map on a grid. */
  public static MapCells of(ChipGrid grid) {
    return new MapCells(grid.isDense());
  }

  /** Rows and columns of cells that a chip has. */
  public int across() {
    return dense ? CellScores.SIDE : 1;
  }

  /** Takes what is known of one cell after the other. */
  public interface Taker {
    /** A cell with an answer; class id 0 is none of the six. */
    void answered(int row, int col, int classId, int percent);

    /** A cell without. */
    void unscored(int row, int col, UnscoredReason reason);
  }

  /** Hands on the cells of a chip; none where the map is dense and the answer is not. */
  public void of(ChipOutcome outcome, Taker taker) {
    int row = outcome.index().row();
    int col = outcome.index().col();
    if (outcome instanceof ChipOutcome.Unscored unscored) {
      unscored(row, col, unscored.reason(), taker);
    } else if (outcome instanceof ChipOutcome.Scored scored) {
      if (dense) {
        scored.cells().ifPresent(cells -> answered(row, col, cells, taker));
      } else {
        ClassScores scores = scored.scores();
        int id = scores.best().map(LandCoverClass::id).orElse(0);
        taker.answered(row, col, id, scores.confidence());
      }
    }
  }

  /**
   * Hands on the cells of a chip that was answered densely; those without an answer have no data.
   */
  public void answered(int chipRow, int chipCol, CellScores cells, Taker taker) {
    for (int r = 0; r < CellScores.SIDE; r++) {
      int row = northRow(chipRow) - r;
      for (int c = 0; c < CellScores.SIDE; c++) {
        int col = chipCol * CellScores.SIDE + c;
        if (cells.isAnswered(r, c)) {
          taker.answered(row, col, cells.classId(r, c), cells.confidence(r, c));
        } else {
          taker.unscored(row, col, UnscoredReason.NODATA);
        }
      }
    }
  }

  /** Hands on the cells of a chip without an answer. */
  public void unscored(int chipRow, int chipCol, UnscoredReason reason, Taker taker) {
    if (!dense) {
      taker.unscored(chipRow, chipCol, reason);
      return;
    }
    for (int r = 0; r < CellScores.SIDE; r++) {
      for (int c = 0; c < CellScores.SIDE; c++) {
        taker.unscored(northRow(chipRow) - r, chipCol * CellScores.SIDE + c, reason);
      }
    }
  }

  /** Rows of a grid count to the north, rows of an answer to the south. */
  private static int northRow(int chipRow) {
    return (chipRow + 1) * CellScores.SIDE - 1;
  }
}
