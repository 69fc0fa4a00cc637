package org.coverscape.app.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rounds numbers so that what is printed adds up to the printed total: the largest-remainder
 * method. Stateless.
 */
final class Shares {
  private Shares() {}

  /**
   * Rounds parts to multiples of a step.
   *
   * @param parts the numbers, none negative
   * @param total what they are to add up to
   * @return how many steps each part is; they add up to the rounded total where the parts do
   */
  static long[] round(double[] parts, double total, double step) {
    double sum = Arrays.stream(parts).sum();
    double scale = sum > 0 ? total / sum : 0;
    long[] steps = new long[parts.length];
    double[] rest = new double[parts.length];
    long left = Math.round(total / step);
    for (int i = 0; i < parts.length; i++) {
      double exact = parts[i] * scale / step;
      steps[i] = (long) Math.floor(exact);
      rest[i] = exact - steps[i];
      left -= steps[i];
    }
    int[] byRest =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> rest[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < Math.min(left, byRest.length); i++) {
      steps[byRest[i]]++;
    }
    return steps;
  }
}
