package org.coverscape.engine.assessment.accuracy;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The cells of a stratum with the smallest keys seen so far: a random sample of bounded size from a
 * stream.
 *
 * <p>A cell's key is −ln(u)/ground with u from its place and the seed, so that the cells with the
 * smallest keys are a sample without replacement in which ground, not number, decides: P.
 * Efraimidis and P. Spirakis, "Weighted random sampling with a reservoir" (2006). Whole cells have
 * equal chances. The same cell has the same key in every order. Not thread-safe.
 */
final class Draw {
  /** A cell that may be drawn. */
  record Candidate(int row, int col, double key, double shuffle) {}

  private final long seed;
  private final int size;
  private final PriorityQueue<Candidate> smallest =
      new PriorityQueue<>(Comparator.comparingDouble(Candidate::key).reversed());

  Draw(long seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  /** Offers a cell with its ground in any unit. */
  void offer(int row, int col, double ground) {
    double key = -Math.log(uniform(row, col, 1)) / ground;
    if (smallest.size() < size || key < smallest.element().key()) {
      // an order of its own, so that the place in the files tells nothing
      smallest.add(new Candidate(row, col, key, uniform(row, col, 2)));
      if (smallest.size() > size) {
        smallest.remove();
      }
    }
  }

  /** The cells drawn, in no order. */
  List<Candidate> cells() {
    return List.copyOf(smallest);
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
