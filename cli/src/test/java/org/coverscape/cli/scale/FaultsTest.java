package org.coverscape.cli.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Whatever goes wrong, each chip ends once. */
class FaultsTest {
  @Test
  void errorsCostExactlyTheirRetries() {
    RunResult run = Simulation.of(Small.scenario().withFaults(new Faults(0.2, 1e9, 1, 1)));
    assertEquals(10_000, run.chips());
    assertEquals(run.chips() + run.retries(), run.scorings());
    assertEquals(0.2, run.retries() / (double) run.scorings(), 0.02);
    assertEquals(run.scorings() * Small.DEVICE, run.seconds(), 0.01 * run.seconds());
  }

  @Test
  void deathsLoseNoChip() {
    Scenario scenario = Small.services(Small.scenario().withTiles(50), 4);
    RunResult calm = Simulation.of(scenario);
    RunResult run = Simulation.of(scenario.withFaults(new Faults(0.01, 5, 2, 0.5)));
    assertEquals(50_000, run.chips());
    assertTrue(run.retries() > 100, "retries: " + run.retries());
    assertTrue(run.scorings() >= run.chips());
    // 2 s down and up to half a second until it is noticed, out of 7 s
    assertTrue(run.seconds() > 1.15 * calm.seconds());
    assertTrue(run.seconds() < 1.9 * calm.seconds());
  }

  @Test
  void aSlowServiceHoldsUpTheOthersOnlyWhenDealtInTurn() {
    Scenario scenario = Small.services(Small.scenario().withTiles(50), 10);
    Scenario slow = scenario.withServices(scenario.services().withSlow(1, 4));
    double capacity = 9.25 / Small.DEVICE;
    assertEquals(capacity, Simulation.of(slow).rate(), 0.04 * capacity);
    RunResult inTurn =
        Simulation.of(slow.withClient(slow.client().withDealing(Client.Dealing.IN_TURN)));
    assertEquals(10 / (4 * Small.DEVICE), inTurn.rate(), 0.1 * inTurn.rate());
  }

  @Test
  void aSlowMachineHoldsUpTheRunOnlyWhenTilesAreGivenOut() {
    Scenario scenario =
        Small.scenario()
            .withTiles(64)
            .withClients(4)
            .withServices(Services.of(2, Small.DEVICE).withSlow(2, 3));
    RunResult given = Simulation.of(scenario.withWork(Scenario.Work.GIVEN));
    RunResult shared = Simulation.of(scenario.withWork(Scenario.Work.SHARED));
    assertTrue(given.seconds() > 2.5 * given.firstFree());
    assertTrue(shared.seconds() < 0.5 * given.seconds());
    assertEquals(given.chips(), shared.chips());
  }

  @Test
  void theSameScenarioGivesTheSameFigures() {
    Scenario scenario = Small.services(Small.scenario(), 3).withFaults(new Faults(0.05, 3, 1, 0.2));
    assertEquals(Simulation.of(scenario), Simulation.of(scenario));
    assertNotEquals(Simulation.of(scenario), Simulation.of(scenario.withSeed(1)));
  }
}
