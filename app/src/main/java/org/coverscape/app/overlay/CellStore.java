package org.coverscape.app.overlay;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.landcover.ChipOutcome;
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

  /** Notes the cells of a region that will be answered. */
  public void expect(CoverBlock block) {
    block
        .cells()
        .forEach(
            cell ->
                square(cell.row(), cell.col())
                    .compareAndSet(at(cell.row(), cell.col()), 0, CellKind.AWAITED));
  }

  /** Notes how a chip ended. */
  public void put(ChipOutcome outcome) {
    ChipIndex index = outcome.index();
    long kind =
        outcome instanceof ChipOutcome.Scored scored
            ? scored.scores().best().map(c -> (long) c.id()).orElse((long) CellKind.UNCLASSIFIED)
            : CellKind.unscored(((ChipOutcome.Unscored) outcome).reason());
    long confidence =
        outcome instanceof ChipOutcome.Scored scored ? scored.scores().confidence() : 0;
    long born = (System.nanoTime() - epoch) / NANOS_PER_MILLI;
    square(index.row(), index.col())
        .set(
            at(index.row(), index.col()),
            born << BORN_SHIFT | confidence << CONFIDENCE_SHIFT | kind);
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
