package org.coverscape.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Setting ONE = new Setting(1, Window.fixed(1));
  private static final Setting TWO = new Setting(1, Window.fixed(2));
  private static final Setting OWN = new Setting(1, Window.ADAPTIVE);
  private final Samples samples = new Samples(List.of(ONE, TWO, OWN));

  @Test
  void theMiddleOfTheRoundsCounts() {
    add(ONE, 100, 900, 110);
    assertEquals(110, samples.rate(ONE));
    add(TWO, 100, 200);
    assertEquals(150, samples.rate(TWO));
  }

  @Test
  void theBestWindowIsAFixedOne() {
    add(ONE, 100);
    add(TWO, 300);
    add(OWN, 400);
    assertEquals(TWO, samples.bestFixed(1));
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    // in its second round the machine was busy, for all
    add(TWO, 400, 200, 400);
    add(OWN, 380, 190, 400);
    assertEquals(0.95, samples.ratio(OWN, TWO), 1e-12);
  }

  @Test
  void wrongAnswersAddUp() {
    samples.add(ONE, new Measurement(1, 1, 1, 2, 0));
    samples.add(TWO, new Measurement(1, 1, 1, 1, 4));
    assertEquals(3, samples.wrong());
    assertEquals(4, samples.unscored());
  }

  @Test
  void whatWasNotPlannedIsNoSample() {
    assertThrows(IllegalArgumentException.class, () -> add(new Setting(5, Window.ADAPTIVE), 100));
  }

  private void add(Setting setting, double... rates) {
    for (double rate : rates) {
      samples.add(setting, new Measurement(rate, 10, 100, 0, 0));
    }
  }
}
