package org.coverscape.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.store.SqliteTileCatalog;

/** Measures what a plan asks for. Runs on the caller's thread; stops when that is interrupted. */
public final class Bench {
  private final BenchPlan plan;
  private final ChipSupply supply;
  private final ServiceFleet.Starter fleets;
  private final Consumer<String> notes;

  Bench(BenchPlan plan, ChipSupply supply, ServiceFleet.Starter fleets, Consumer<String> notes) {
    this.plan = plan;
    this.supply = supply;
    this.fleets = fleets;
    this.notes = notes;
  }

  /**
   * Measures with chips out of memory.
   *
   * @param notes hears what is going on
   * @throws BenchFault when services do not start
   */
  public static BenchResult run(BenchPlan plan, Consumer<String> notes)
      throws InterruptedException {
    try (ChipSupply supply = new SyntheticChips(plan.mostInFlight())) {
      return new Bench(plan, supply, ServiceProcess::start, notes).run();
    }
  }

  /**
   * Measures the real path, with chips cut from a catalogue's images meanwhile.
   *
   * @param notes hears what is going on
   * @throws BenchFault when services do not start
   */
  public static BenchResult run(BenchPlan plan, SqliteTileCatalog imagery, Consumer<String> notes)
      throws InterruptedException {
    try (ChipSupply supply = TileChips.of(imagery)) {
      return new Bench(plan, supply, ServiceProcess::start, notes).run();
    }
  }

  BenchResult run() throws InterruptedException {
    DeviceKind serial = DeviceKind.serial(plan.rate());
    Samples window = measure(serial, plan.windowSettings());
    Samples services = measure(serial, plan.serviceSettings());
    Map<DeviceKind, Samples> kinds = new LinkedHashMap<>();
    for (DeviceKind kind : DeviceKind.all(plan.rate(), turn())) {
      if (kind.equals(serial)) {
        kinds.put(kind, window);
      } else if (plan.kinds().contains(kind.name())) {
        kinds.put(kind, measure(kind, plan.windowSettings()));
      }
    }
    return new BenchResult(plan, window, services, kinds);
  }

  /** When the service that tires does: half way through what is measured. */
  private int turn() {
    int chips = plan.chips() / 2; // its mean rate is half that of the serial one
    return warmUp(chips) + chips / 2;
  }

  private static int warmUp(int chips) {
    return Math.max(10, chips / 4);
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
    int chips = plan.chipsFor(kind) * setting.services();
    return new LoadRun(supply, warmUp(chips), chips)
        .on(endpoints.subList(0, setting.services()), setting.window());
  }
}
