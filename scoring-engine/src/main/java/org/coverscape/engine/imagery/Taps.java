package org.coverscape.engine.imagery;

/**
 * Along one direction, for each of a list of positions: the first pixel of the image that has a
 * say, and the weight of it and those after it, which sum to {@link Blend#ONE}.
 */
final class Taps {
  private final int most;
  private final int[] firsts;
  private final int[] counts;
  private final int[] weights;

  /** Room for some positions of at most so many taps each. */
  Taps(int positions, int most) {
    this.most = most;
    firsts = new int[positions];
    counts = new int[positions];
    weights = new int[positions * most];
  }

  /** Sets a position's taps; the shares may have any positive sum. */
  void set(int position, int first, double[] shares) {
    int begin = 0;
    int end = shares.length;
    while (begin < end - 1 && !(shares[begin] > 0)) {
      begin++;
    }
    while (end > begin + 1 && !(shares[end - 1] > 0)) {
      end--;
    }
    firsts[position] = first + begin;
    counts[position] = end - begin;
    double total = 0;
    for (int i = begin; i < end; i++) {
      total += shares[i];
    }
    int at = at(position);
    int rest = Blend.ONE;
    int heaviest = at;
    for (int i = begin; i < end; i++) {
      int weight = (int) Math.round(shares[i] / total * Blend.ONE);
      weights[at + i - begin] = weight;
      rest -= weight;
      heaviest = weight > weights[heaviest] ? at + i - begin : heaviest;
    }
    weights[heaviest] += rest;
  }

  /** The first pixel of a position. */
  int first(int position) {
    return firsts[position];
  }

  /** The number of pixels of a position. */
  int count(int position) {
    return counts[position];
  }

  /** The first pixel after those of a position. */
  int end(int position) {
    return firsts[position] + counts[position];
  }

  /** Index of a position's first weight in {@link #weights}. */
  int at(int position) {
    return position * most;
  }

  /** The weights of all positions; to be read only. */
  int[] weights() {
    return weights;
  }
}
