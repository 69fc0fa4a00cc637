package org.coverscape.cli.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Reading and scoring, one after the other and both at once. */
class OverlapTest {
  private static final double BYTES = 100_000;

  @Test
  void storageAloneTakesBytesOverBandwidth() {
    RunResult run = Simulation.of(reading(1e7, Client.Order.READ_THEN_SCORE));
    assertEquals(run.chips() * BYTES / 1e7, run.readSeconds(), 1e-6 * run.readSeconds());
  }

  @Test
  void oneAfterTheOtherTakesTheSum() {
    RunResult run = Simulation.of(reading(1e7, Client.Order.READ_THEN_SCORE));
    assertEquals(run.chips() * (BYTES / 1e7 + Small.DEVICE), run.seconds(), 1e-6 * run.seconds());
  }

  @Test
  void bothAtOnceTakesTheLongerOfTheTwo() {
    for (double storage : new double[] {1e7, 2e7, 1e8, 1e9}) {
      RunResult run = Simulation.of(reading(storage, Client.Order.OVERLAPPED));
      double longer = run.chips() * Math.max(BYTES / storage, Small.DEVICE);
      assertTrue(run.seconds() >= longer * (1 - 1e-9));
      assertEquals(longer, run.seconds(), 0.02 * longer, "at " + storage);
    }
  }

  @Test
  void decodingTakesCoresFromNobodyWhileTheyLast() {
    Scenario scenario = Small.services(Small.scenario(), 10);
    double decode = 0.01;
    Scenario four =
        scenario
            .withTiles(80)
            .withImagery(scenario.imagery().withDecodeSeconds(decode))
            .withClient(scenario.client().withCores(4).withReaders(8));
    RunResult run = Simulation.of(four);
    assertEquals(4 / decode, run.rate(), 0.03 * 4 / decode);
    assertTrue(run.coresBusy() > 0.95);
  }

  private static Scenario reading(double storage, Client.Order order) {
    Scenario scenario = Small.scenario();
    return scenario
        .withImagery(scenario.imagery().withBytesPerChip(BYTES))
        .withNetwork(scenario.network().withStorage(storage))
        .withClient(scenario.client().withOrder(order).withReaders(2));
  }
}
