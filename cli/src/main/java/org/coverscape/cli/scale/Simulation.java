package org.coverscape.cli.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Imitates a run, chip by chip. */
final class Simulation {
  private final Scenario scenario;
  private final Timeline timeline = new Timeline();
  private final RunBook book;
  private final Link storage;
  private final List<Machine> machines = new ArrayList<>();

  private Simulation(Scenario scenario) {
    this.scenario = scenario;
    book = new RunBook(timeline, scenario.chips());
    storage =
        new Link(
            timeline,
            scenario.network().storageBytesPerSecond(),
            scenario.network().storageLatency());
    SplittableRandom seeds = new SplittableRandom(scenario.seed());
    FaultPlan faults = new FaultPlan(timeline, scenario.faults(), book, seeds.split());
    TileSupply supply = new TileSupply(scenario);
    for (int i = 0; i < scenario.clients(); i++) {
      List<ServiceLane> lanes = lanes(i, seeds);
      lanes.forEach(lane -> faults.watch(lane.device()));
      machines.add(new Machine(timeline, scenario, supply, i, book, lanes, seeds.split()));
    }
  }

  /**
   * Runs a scenario to its end.
   *
   * @throws IllegalStateException when a chip was lost or ended twice: a bug of the model
   */
  static RunResult of(Scenario scenario) {
    return new Simulation(scenario).run();
  }

  /** The services of a client; slow ones are all the first client's, the worst case. */
  private List<ServiceLane> lanes(int client, SplittableRandom seeds) {
    Services services = scenario.services();
    List<ServiceLane> lanes = new ArrayList<>();
    for (int i = 0; i < services.count(); i++) {
      boolean slow = client == 0 && i < services.slow();
      double seconds = services.deviceSeconds() * (slow ? services.slowness() : 1);
      lanes.add(new ServiceLane(new Device(timeline, seconds, services.jitter(), seeds.split())));
    }
    return lanes;
  }

  private RunResult run() {
    machines.forEach(machine -> machine.start(storage));
    timeline.run();
    if (!book.isOver()) {
      throw new IllegalStateException(
          scenario.chips() + " chips went in and " + book.chipsEnded() + " came out");
    }
    double seconds = book.lastEnd();
    double perClient = 1 / (seconds * scenario.clients());
    return new RunResult(
        seconds,
        book.lastCut(),
        book.chipsEnded(),
        machines.stream().mapToLong(Machine::scorings).sum(),
        book.retries(),
        book.calls().meanSeconds(),
        book.calls().meanInFlight(seconds),
        sum(Machine::coresBusy) * perClient / scenario.client().cores(),
        sum(Machine::devicesBusy) * perClient / scenario.services().count(),
        storage.busySeconds() / seconds,
        sum(Machine::inBusy) * perClient,
        sum(Machine::outBusy) * perClient,
        book.firstFree());
  }

  private double sum(ToDoubleFunction<Machine> seconds) {
    return machines.stream().mapToDouble(seconds).sum();
  }
}
