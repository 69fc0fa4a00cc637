package org.coverscape.cli.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Closed loops, whose rate is known exactly: the lesser of window / round trip and the device. */
class SaturationTest {
  @Test
  void oneServiceHasTheKneeWhereItsWindowCoversTheRoundTrip() {
    for (double oneWay : new double[] {0, 0.0005, 0.025}) {
      for (int window : new int[] {1, 2, 4, 8, 16, 20, 32, 64}) {
        Scenario scenario = Small.window(Small.scenario(), window).withTiles(4);
        RunResult run = Simulation.of(scenario.withNetwork(scenario.network().withOneWay(oneWay)));
        double expected = Math.min(window / (2 * oneWay + Small.DEVICE), 1 / Small.DEVICE);
        // the first and the last round are not full
        double ends = (2 * oneWay + window * Small.DEVICE) / run.seconds();
        assertEquals(expected, run.rate(), expected * (ends + 1e-9), oneWay + " " + window);
      }
    }
  }

  @Test
  void beyondTheKneeOnlyTheWaitGrows() {
    RunResult twenty = Simulation.of(Small.window(Small.scenario(), 20));
    RunResult forty = Simulation.of(Small.window(Small.scenario(), 40));
    assertEquals(twenty.rate(), forty.rate(), 1e-6 * twenty.rate());
    assertEquals(20 * Small.DEVICE, twenty.callSeconds(), 0.01 * twenty.callSeconds());
    assertEquals(40 * Small.DEVICE, forty.callSeconds(), 0.01 * forty.callSeconds());
  }

  @Test
  void littlesLawHoldsForCalls() {
    RunResult run =
        Simulation.of(
            Small.services(Small.window(Small.scenario(), 5), 3)
                .withServices(Services.of(3, Small.DEVICE).withJitter(Jitter.exponential())));
    double calls = run.chips() / run.seconds();
    assertEquals(calls * run.callSeconds(), run.meanInFlight(), 1e-6 * run.meanInFlight());
    assertTrue(run.meanInFlight() <= 15);
  }

  @Test
  void ratesOfServicesAddUpUntilTheCoresAreFull() {
    double perChip = 0.001; // one core sends a thousand chips a second: 2.6 services' worth
    for (int services = 1; services <= 6; services++) {
      Scenario scenario = Small.services(Small.scenario().withTiles(20), services);
      RunResult run =
          Simulation.of(
              scenario.withClient(scenario.client().withCores(1).withSendSeconds(perChip)));
      double expected = Math.min(services / Small.DEVICE, 1 / perChip);
      assertEquals(expected, run.rate(), 0.01 * expected);
    }
  }

  @Test
  void aNetworkCardIsALimit() {
    Scenario scenario = Small.services(Small.scenario(), 10);
    RunResult run =
        Simulation.of(
            scenario.withNetwork(scenario.network().withCards(10e6).withRequestBytes(10_000)));
    assertEquals(1000, run.rate(), 1);
    assertEquals(1, run.outBusy(), 0.01);
  }

  @Test
  void aJournalIsALimit() {
    Scenario scenario = Small.services(Small.scenario(), 10);
    RunResult run = Simulation.of(scenario.withClient(scenario.client().withJournalSeconds(0.001)));
    assertEquals(1000, run.rate(), 2);
  }
}
