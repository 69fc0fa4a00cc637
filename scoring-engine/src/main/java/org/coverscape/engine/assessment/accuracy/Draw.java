package org.coverscape.engine.assessment.accuracy;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The cells of a stratum with the smallest keys seen so far: a random sample of bounded size from a
 * stream, each with the ground that it stands for.
 *
 * <p>A cell's key is −ln(u)/ground with u from its place and the seed, so that the cells with the
 * smallest keys are a sample without replacement in which ground, not number, decides: P.
 * Efraimidis and P. Spirakis, "Weighted random sampling with a reservoir" (2006). Whole cells have
 * equal chances. The same cell has the same key in every order.
 *
 * <p>Large cells cannot be drawn twice, so chances are not in proportion to ground where much of a
 * stratum is drawn. One key more than cells is therefore kept: given that key t, a cell's chance
 * was 1 − exp(−ground · t), and it stands for its ground divided by that chance, so that sums of
 * any part are right on average (E. Cohen and H. Kaplan, "Summarizing data using bottom-k
 * sketches", 2007). Where all cells are drawn each stands for itself. Not thread-safe.
 */
final class Draw {
  /** A cell that may be drawn. */
  private record Candidate(int row, int col, double ground, double key) {}

  /**
   * A cell that is drawn.
   *
   * @param weight the ground that it stands for, in the unit of the offers
   * @param shuffle a number to order it by, at random
   */
  record Drawn(int row, int col, double weight, double shuffle) {}

  private static final Comparator<Candidate> BY_KEY = Comparator.comparingDouble(Candidate::key);

  private final long seed;
  private final int size;
  private final PriorityQueue<Candidate> smallest = new PriorityQueue<>(BY_KEY.reversed());

  Draw(long seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  /** Offers a cell with its ground in any unit. */
  void offer(int row, int col, double ground) {
    double key = -Math.log(uniform(row, col, 1)) / ground;
    if (smallest.size() <= size || key < smallest.element().key()) {
      smallest.add(new Candidate(row, col, ground, key));
      if (smallest.size() > size + 1) {
        smallest.remove();
      }
    }
  }

  /** The cells drawn, in no order. */
  List<Drawn> cells() {
    double next = smallest.size() <= size ? Double.POSITIVE_INFINITY : smallest.element().key();
    return smallest.stream().sorted(BY_KEY).limit(size).map(cell -> drawn(cell, next)).toList();
  }

  private Drawn drawn(Candidate cell, double next) {
    double weight = cell.ground() / -Math.expm1(-cell.ground() * next);
    // an order of its own, so that the place in the files tells nothing
    return new Drawn(cell.row(), cell.col(), weight, uniform(cell.row(), cell.col(), 2));
  }

  /** A number in (0, 1] by the mixing function of SplitMix64 (G. Steele et al. 2014). */
  private double uniform(int row, int col, int use) {
    long bits = mix(mix(mix(seed) ^ use) ^ ((long) row << 32 | col & 0xFFFFFFFFL));
    return ((bits >>> 11) + 1) * 0x1p-53;
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
