package org.coverscape.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param services of the second curve, at most
 * @param windows fixed ones of the first curve, ascending
 * @param shared the fixed window of the second curve
 * @param span of one measurement of one service; fewer chips where a service is slower
 * @param rounds of all measurements, at least 1
 * @param rate of the serial service in images a second
 * @param kinds names of the kinds of services to be compared, besides the curves
 */
public record BenchPlan(
    int services,
    List<Integer> windows,
    int shared,
    Span span,
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
    require(span.chips() >= FEWEST_CHIPS, "Measure with at least " + FEWEST_CHIPS + " chips.");
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

  /**
   * How long services of a kind are measured: in chips that take about as long for each kind. One
   * that ages gets all its chips in any case, or it might never get to where it changes.
   */
  Span spanFor(DeviceKind kind, int services) {
    int chips = Math.max(FEWEST_CHIPS, (int) (span.chips() * kind.rate() / rate));
    return new Span(chips * services, kind.ages() ? Duration.ofHours(1) : span.time());
  }

  /** When the service that tires does: half way through what is measured. */
  int turn() {
    int chips = Math.max(FEWEST_CHIPS, span.chips() / 2); // its mean rate is half the serial one's
    return chips + chips / 2;
  }

  /** About how long all of it takes, at the services' full rates. */
  public Duration estimate() {
    double each = Math.min(span.chips() / rate, span.time().toNanos() / 1e9);
    int all = kinds.size() * windowSettings().size() + serviceSettings().size();
    return Duration.ofMillis(Math.round(2000 * each * all * rounds));
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
