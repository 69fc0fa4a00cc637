package org.coverscape.app.overlay;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.MapCells;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * What is known of the cells of one job, filled while it runs and read while it is drawn: eight
 * bytes a cell, in squares of {@value #SIDE} × {@value #SIDE}. Thread-safe; a reader may miss what
 * is being written, never see half of it.
 */
public final class CellStore {
  private static final int SIDE = 32;
  private static final int CONFIDENCE_SHIFT = 8;
  private static final int BORN_SHIFT = 16;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Map<Long, AtomicLongArray> squares = new ConcurrentHashMap<>();
  private final long epoch = System.nanoTime();
  private final MapCells cells;
  private final MapCells.Taker entry = new Entry();

  /** Nothing is known yet of cells that are whole chips. */
  public CellStore() {
    this(new MapCells(false));
  }

  private CellStore(MapCells cells) {
    this.cells = cells;
  }

  /** Nothing is known yet of the cells of a grid. */
  public static CellStore of(ChipGrid grid) {
    return new CellStore(MapCells.of(grid));
  }

  /** Rows and columns of cells that share a chip. */
  int across() {
    return cells.across();
  }

  /** Notes the cells of a region that will be answered. */
  public void expect(CoverBlock block) {
    block
        .cells()
        .forEach(
            cell ->
                square(cell.row(), cell.col())
                    .compareAndSet(at(cell.row(), cell.col()), 0, CellKind.AWAITED));
  }

  /** Notes how a chip ended; of one with many cells, those that the region touches. */
  public void put(ChipOutcome outcome) {
    cells.of(outcome, entry);
  }

  /** Enters cells one by one. */
  private final class Entry implements MapCells.Taker {
    @Override
    public void answered(int row, int col, int classId, int percent) {
      set(row, col, classId == 0 ? CellKind.UNCLASSIFIED : classId, percent);
    }

    @Override
    public void unscored(int row, int col, UnscoredReason reason) {
      set(row, col, CellKind.unscored(reason), 0);
    }

    private void set(int row, int col, long kind, long confidence) {
      if (cells.dense() && kind(row, col) == CellKind.OUTSIDE) {
        return;
      }
      long born = (System.nanoTime() - epoch) / NANOS_PER_MILLI;
      square(row, col)
          .set(at(row, col), born << BORN_SHIFT | confidence << CONFIDENCE_SHIFT | kind);
    }
  }

  private AtomicLongArray square(int row, int col) {
    return squares.computeIfAbsent(key(row, col), key -> new AtomicLongArray(SIDE * SIDE));
  }

  private static long key(int row, int col) {
    return (long) Math.floorDiv(row, SIDE) << Integer.SIZE
        | Math.floorDiv(col, SIDE) & 0xFFFF_FFFFL;
  }

  private static int at(int row, int col) {
    return Math.floorMod(row, SIDE) * SIDE + Math.floorMod(col, SIDE);
  }

  private long value(int row, int col) {
    AtomicLongArray square = squares.get(key(row, col));
    return square == null ? 0 : square.get(at(row, col));
  }

  /** What the cell is, one of the numbers of {@link CellKind}. */
  int kind(int row, int col) {
    return (int) (value(row, col) & 0xFF);
  }

  /** Confidence of an answered cell in percent, else 0. */
  public int confidence(int row, int col) {
    return (int) (value(row, col) >> CONFIDENCE_SHIFT & 0xFF);
  }

  /** When the cell ended, as {@link System#nanoTime} told it. */
  long bornNanos(int row, int col) {
    return epoch + (value(row, col) >> BORN_SHIFT) * NANOS_PER_MILLI;
  }

  /** What a person is told of the cell; empty outside of the region and before its turn. */
  public Optional<String> label(int row, int col) {
    return CellKind.label(kind(row, col));
  }

  /** Why the cell has no answer; empty for all others. */
  public Optional<UnscoredReason> reason(int row, int col) {
    return CellKind.reason(kind(row, col));
  }
}
