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

  /** Sets a position's taps; the weights may have any positive sum. */
  void set(int position, int first, double[] shares) {
    int begin = 0;
    int end = shares.length;
    while (begin < end - 1 && !(shares[begin] > 0)) {
      begin++;
    }
    while (end > begin + 1 && !(shares[end - 1] > 0)) {
      end--;
    }
    double total = 0;
    for (int i = begin; i < end; i++) {
      total += shares[i];
    }
    firsts[position] = first + begin;
    counts[position] = end - begin;
    int rest = Blend.ONE;
    int heaviest = 0;
    for (int i = 0; i < end - begin; i++) {
      int weight = (int) Math.round(shares[begin + i] / total * Blend.ONE);
      weights[position * most + i] = weight;
      rest -= weight;
      heaviest = weight > weights[position * most + heaviest] ? i : heaviest;
    }
    weights[position * most + heaviest] += rest;
  }

  int first(int position) {
    return firsts[position];
  }

  int count(int position) {
    return counts[position];
  }

  int weight(int position, int tap) {
    return weights[position * most + tap];
  }

  /** The first pixel after the last tap of a position. */
  int end(int position) {
    return firsts[position] + counts[position];
  }
}
