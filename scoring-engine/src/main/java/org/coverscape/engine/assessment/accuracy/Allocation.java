package org.coverscape.engine.assessment.accuracy;

import org.coverscape.engine.assessment.AssessmentException;

/**
 * Shares a sample out among strata: in proportion to their ground, but with a floor for small ones,
 * as P. Olofsson et al., "Good practices for estimating area and assessing accuracy of land
 * change", Remote Sensing of Environment 148 (2014), recommend. Not thread-safe.
 *
 * <p>The floor is {@value #FLOOR} cells, or half of an equal share where the sample is too small
 * for that, and at least {@value #LEAST}, for a variance; no stratum gives more cells than it has.
 */
final class Allocation {
  private static final int FLOOR = 50;
  private static final int LEAST = 2;

  private final long[] cells;
  private final double[] ground;
  private final int[] drawn;
  private final boolean[] fixed;

  private Allocation(long[] cells, double[] ground) {
    this.cells = cells;
    this.ground = ground;
    drawn = new int[cells.length];
    fixed = new boolean[cells.length];
  }

  /**
   * How many cells to draw from each stratum.
   *
   * @param total cells to draw in all; all of them where there are not so many
   * @param cells cells of each stratum
   * @param ground ground of each stratum, in any unit
   * @throws AssessmentException when the sample is too small for a variance in every stratum
   */
  static int[] of(int total, long[] cells, double[] ground) {
    if (total < LEAST * cells.length) {
      throw new AssessmentException(
          "A sample of %d cells is too small for the %d classes of the map; draw at least %d, better several hundred."
              .formatted(total, cells.length, LEAST * cells.length));
    }
    Allocation allocation = new Allocation(cells, ground);
    allocation.raise(total, Math.max(LEAST, Math.min(FLOOR, total / (2 * cells.length))));
    allocation.cap();
    return allocation.drawn;
  }

  /** Shares out until no stratum is below the floor. */
  private void raise(int total, int floor) {
    boolean raised = true;
    int left = total;
    while (raised) {
      raised = false;
      clearOpen();
      share(left);
      for (int i = 0; i < drawn.length; i++) {
        if (!fixed[i] && drawn[i] < floor) {
          drawn[i] = (int) Math.min(floor, cells[i]);
          fixed[i] = true;
          left -= drawn[i];
          raised = true;
        }
      }
    }
  }

  private void clearOpen() {
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = fixed[i] ? drawn[i] : 0;
    }
  }

  /** Hands what a stratum cannot give on to those that can. */
  private void cap() {
    int surplus = 1;
    while (surplus > 0) {
      surplus = 0;
      boolean room = false;
      for (int i = 0; i < drawn.length; i++) {
        surplus += (int) Math.max(0, drawn[i] - cells[i]);
        drawn[i] = (int) Math.min(drawn[i], cells[i]);
        fixed[i] = drawn[i] == cells[i];
        room |= !fixed[i];
      }
      if (!room) {
        return;
      }
      share(surplus);
    }
  }

  /** Adds cells to the open strata by their ground, the last ones by largest remainders. */
  private void share(int count) {
    double open = 0;
    for (int i = 0; i < drawn.length; i++) {
      open += fixed[i] ? 0 : ground[i];
    }
    double[] remainders = new double[drawn.length];
    int given = 0;
    for (int i = 0; i < drawn.length; i++) {
      double exact = fixed[i] ? 0 : count * ground[i] / open;
      drawn[i] += (int) exact;
      given += (int) exact;
      remainders[i] = fixed[i] ? -1 : exact - (int) exact;
    }
    for (; given < count; given++) {
      int most = 0;
      for (int i = 1; i < remainders.length; i++) {
        most = remainders[i] > remainders[most] ? i : most;
      }
      drawn[most]++;
      remainders[most] = -1;
    }
  }
}
