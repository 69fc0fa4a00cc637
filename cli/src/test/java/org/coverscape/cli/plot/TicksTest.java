package org.coverscape.cli.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void linearTicksAreRoundAndTakeInTheHighest() {
    Ticks ticks = Ticks.covering(Axis.Spacing.LINEAR, 3, 381, false);
    assertEquals(
        List.of(0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0, 350.0, 400.0), ticks.values());
  }

  @Test
  void linearTicksWorkAtAnySize() {
    for (double highest : new double[] {1e-6, 0.7, 1, 9.99, 47, 305_000, 1.2e14}) {
      Ticks ticks = Ticks.covering(Axis.Spacing.LINEAR, 0, highest, false);
      int count = ticks.values().size();
      assertTrue(count >= 3 && count <= 11, highest + " has " + count + " ticks");
      assertTrue(ticks.values().get(count - 1) >= highest * (1 - 1e-9));
      assertEquals(0, ticks.values().get(0));
    }
  }

  @Test
  void thingsAreCountedInWholeNumbers() {
    Ticks ticks = Ticks.covering(Axis.Spacing.LINEAR, 1, 3, true);
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), ticks.values());
  }

  @Test
  void negativeValuesHaveTheirPlace() {
    Ticks ticks = Ticks.covering(Axis.Spacing.LINEAR, -3, 4, false);
    assertTrue(ticks.values().get(0) <= -3);
    assertTrue(ticks.values().contains(0.0));
  }

  @Test
  void doublingsAreEquallyFarApart() {
    Ticks ticks = Ticks.covering(Axis.Spacing.DOUBLING, 1, 64, false);
    assertEquals(List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0), ticks.values());
    assertEquals(0, ticks.fraction(1));
    assertEquals(0.5, ticks.fraction(8), 1e-12);
    assertEquals(1, ticks.fraction(64), 1e-12);
  }

  @Test
  void doublingsHaveNoZero() {
    assertThrows(
        IllegalArgumentException.class, () -> Ticks.covering(Axis.Spacing.DOUBLING, 0, 8, false));
  }

  @Test
  void oneValueAloneStillHasAnAxis() {
    assertEquals(2, Ticks.covering(Axis.Spacing.DOUBLING, 4, 4, false).values().size());
    assertTrue(Ticks.covering(Axis.Spacing.LINEAR, 0, 0, false).values().size() >= 2);
  }

  @Test
  void valuesAreWrittenWithTheDigitsTheyNeed() {
    Ticks ticks = Ticks.covering(Axis.Spacing.LINEAR, 0, 1, false);
    assertEquals("305,000", ticks.text(305_000));
    assertEquals("0.25", ticks.text(0.25));
    assertEquals("0", ticks.text(0));
  }
}
