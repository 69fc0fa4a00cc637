package org.coverscape.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param services of the second curve, at most
 * @param windows fixed ones of the first curve, ascending
 * @param shared the fixed window of the second curve
 * @param chips of one measurement of one service; fewer where a service is slower
 * @param rounds of all measurements, at least 1
 * @param rate of the serial service in images a second
 * @param kinds names of the kinds of services to be compared, besides the curves
 */
public record BenchPlan(
    int services,
    List<Integer> windows,
    int shared,
    int chips,
    int rounds,
    double rate,
    Set<String> kinds) {
  private static final int MOST_SERVICES = 64;
  private static final int MOST_CALLS = 512;
  private static final int FEWEST_CHIPS = 20;

  /** Checks each; the message of what it throws is one sentence for a person. */
  public BenchPlan {
    windows = windows.stream().sorted().distinct().toList();
    kinds = Set.copyOf(kinds);
    require(
        services >= 1 && services <= MOST_SERVICES,
        "The number of services must be from 1 to " + MOST_SERVICES + ".");
    require(
        !windows.isEmpty() && windows.stream().allMatch(w -> w >= 1 && w <= MOST_CALLS),
        "Calls in flight must be from 1 to " + MOST_CALLS + ", with commas between.");
    require(chips >= FEWEST_CHIPS, "Measure with at least " + FEWEST_CHIPS + " chips.");
    require(rounds >= 1, "At least 1 round is needed.");
    require(rate > 0 && rate <= 100_000, "The rate must be from 0 to 100,000 images a second.");
    List<String> known = DeviceKind.all(rate, 1).stream().map(DeviceKind::name).toList();
    for (String kind : kinds) {
      require(
          known.contains(kind),
          "There is no kind of service '"
              + kind
              + "'; choose from "
              + String.join(", ", known)
              + ".");
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** The chips of a measurement of one service of a kind, which take about as long for each. */
  int chipsFor(DeviceKind kind) {
    return Math.max(FEWEST_CHIPS, (int) (chips * kind.rate() / rate));
  }

  /** The settings of the first curve, for any kind: each window, and the adaptive client. */
  List<Setting> windowSettings() {
    List<Setting> settings = new ArrayList<>();
    windows.forEach(calls -> settings.add(new Setting(1, Window.fixed(calls))));
    settings.add(new Setting(1, Window.ADAPTIVE));
    return settings;
  }

  /** The settings of the second curve: each number of services, under both clients. */
  List<Setting> serviceSettings() {
    List<Setting> settings = new ArrayList<>();
    for (int count = 1; count <= services; count++) {
      settings.add(new Setting(count, Window.fixed(shared)));
      settings.add(new Setting(count, Window.ADAPTIVE));
    }
    return settings;
  }

  /** The most chips that can be in flight at once, whatever the adaptive client may try. */
  int mostInFlight() {
    int single = Math.max(256, windows.get(windows.size() - 1));
    return Math.max(single, services * Math.max(shared, 64)) + 1;
  }
}
