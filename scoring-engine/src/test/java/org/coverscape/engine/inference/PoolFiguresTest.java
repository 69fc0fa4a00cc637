package org.coverscape.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The pool's gauges: latency, rate, and the budget of second tries. */
class PoolFiguresTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void percentilesAreCloseToTheSortedTruth() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertTrue(histogram.percentile(0.5).isZero());
    Random random = new Random(7);
    long[] all = random.longs(1500, 100_000, 80_000_000).sorted().toArray();
    for (long nanos : all) {
      histogram.add(nanos);
    }
    for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
      double truth = all[(int) (share * all.length)];
      assertEquals(1, histogram.percentile(share).toNanos() / truth, 0.08, "at " + share);
    }
  }

  @Test
  void thePastFades() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int i = 0; i < 5000; i++) {
      histogram.add(1_000_000);
    }
    for (int i = 0; i < 5000; i++) {
      histogram.add(16_000_000);
    }
    assertEquals(16, histogram.percentile(0.5).toNanos() / 1e6, 1.5);
  }

  @Test
  void theRateIsThatOfTheLastSeconds() {
    RateMeter meter = new RateMeter(0);
    for (long t = 0; t < 20 * SECOND; t += SECOND / 100) {
      meter.add(t, 3);
    }
    assertEquals(300, meter.rate(20 * SECOND), 1);
    assertEquals(0, meter.rate(40 * SECOND));
  }

  @Test
  void theFirstSecondCountsAsFarAsItGoes() {
    RateMeter meter = new RateMeter(0);
    meter.add(SECOND / 4, 50);
    assertEquals(100, meter.rate(SECOND / 2), 1);
  }

  @Test
  void secondTriesArePaidByFirstOnes() {
    RetryBudget budget = new RetryBudget(0);
    for (int i = 0; i < 100; i++) {
      assertTrue(budget.pay(0));
    }
    assertFalse(budget.pay(0));
    budget.earn();
    assertTrue(budget.pay(0));
    assertFalse(budget.pay(0));
    assertTrue(budget.pay(SECOND / 5));
  }
}
