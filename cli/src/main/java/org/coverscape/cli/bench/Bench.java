package org.coverscape.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.store.SqliteTileCatalog;

/** Measures what a plan asks for. Runs on the caller's thread; stops when that is interrupted. */
public final class Bench {
  private final BenchPlan plan;
  private final ChipSupply supply;
  private final ServiceFleet.Starter fleets;
  private final Consumer<String> notes;
  private final Consumer<BenchResult> soFar;

  Bench(
      BenchPlan plan,
      ChipSupply supply,
      ServiceFleet.Starter fleets,
      Consumer<String> notes,
      Consumer<BenchResult> soFar) {
    this.plan = plan;
    this.supply = supply;
    this.fleets = fleets;
    this.notes = notes;
    this.soFar = soFar;
  }

  /**
   * Measures with chips out of memory.
   *
   * @param notes hears what is going on
   * @param soFar hears what has been measured each time a curve is complete
   * @throws BenchFault when services do not start
   */
  public static void run(BenchPlan plan, Consumer<String> notes, Consumer<BenchResult> soFar)
      throws InterruptedException {
    try (ChipSupply supply = new SyntheticChips(plan.mostInFlight())) {
      new Bench(plan, supply, ServiceProcess::start, notes, soFar).run();
    }
  }

  /**
   * Measures the real path, with chips cut from a catalogue's images meanwhile.
   *
   * @param notes hears what is going on
   * @param soFar hears what has been measured each time a curve is complete
   * @throws BenchFault when services do not start
   */
  public static void run(
      BenchPlan plan,
      SqliteTileCatalog imagery,
      Consumer<String> notes,
      Consumer<BenchResult> soFar)
      throws InterruptedException {
    try (ChipSupply supply = TileChips.of(imagery)) {
      new Bench(plan, supply, ServiceProcess::start, notes, soFar).run();
    }
  }

  void run() throws InterruptedException {
    BenchResult result = BenchResult.empty(plan);
    for (DeviceKind kind : DeviceKind.all(plan.rate(), plan.turn())) {
      if (plan.kinds().contains(kind.name())) {
        result = result.with(kind, measure(kind, plan.windowSettings()));
        soFar.accept(result);
      }
    }
    result = result.with(measure(DeviceKind.serial(plan.rate()), plan.serviceSettings()));
    soFar.accept(result);
  }

  private Samples measure(DeviceKind kind, List<Setting> settings) throws InterruptedException {
    Samples samples = new Samples(settings);
    int most = settings.stream().mapToInt(Setting::services).max().orElse(1);
    int fleet = kind.ages() ? plan.rounds() * settings.size() : most;
    try (ServiceFleet services = fleets.start(kind, fleet)) {
      int used = 0;
      if (!kind.ages()) {
        measure(
            kind, services.endpoints(), settings.get(settings.size() - 1)); // warms up both JVMs
      }
      for (int round = 0; round < plan.rounds(); round++) {
        notes.accept(kind.label() + ": round " + (round + 1) + " of " + plan.rounds());
        for (Setting setting : inTurn(settings, round)) {
          int first = kind.ages() ? used++ : 0;
          samples.add(
              setting,
              measure(
                  kind, services.endpoints().subList(first, first + setting.services()), setting));
        }
      }
    }
    return samples;
  }

  /** Forwards, then backwards, so that a drift of the machine favours nobody. */
  private static List<Setting> inTurn(List<Setting> settings, int round) {
    List<Setting> order = new ArrayList<>(settings);
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    return order;
  }

  private Measurement measure(DeviceKind kind, List<ServiceEndpoint> endpoints, Setting setting)
      throws InterruptedException {
    return new LoadRun(supply, plan.spanFor(kind, setting.services()))
        .on(endpoints.subList(0, setting.services()), setting.window());
  }
}
