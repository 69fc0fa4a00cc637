package org.coverscape.cli.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measurements of several settings, round by round: each round holds every setting once, so that
 * what else the machine does meanwhile strikes all alike. Kept in the order of the settings.
 */
final class Samples {
  private final Map<Setting, List<Measurement>> all = new LinkedHashMap<>();

  Samples(List<Setting> settings) {
    settings.forEach(setting -> all.put(setting, new ArrayList<>()));
  }

  /** Adds a round's measurement. */
  void add(Setting setting, Measurement measurement) {
    of(setting).add(measurement);
  }

  private List<Measurement> of(Setting setting) {
    List<Measurement> found = all.get(setting);
    if (found == null) {
      throw new IllegalArgumentException(setting + " was not to be measured");
    }
    return found;
  }

  List<Setting> settings() {
    return List.copyOf(all.keySet());
  }

  /** The median over the rounds. */
  double median(Setting setting, ToDoubleFunction<Measurement> of) {
    return middle(of(setting).stream().map(of::applyAsDouble).toList());
  }

  double rate(Setting setting) {
    return median(setting, Measurement::imagesPerSecond);
  }

  /** The fixed window with the highest median rate for a number of services. */
  Setting bestFixed(int services) {
    return all.keySet().stream()
        .filter(s -> s.services() == services && !s.window().isAdaptive())
        .max(Comparator.comparingDouble(this::rate))
        .orElseThrow();
  }

  /** The rate of one setting in terms of another's: the median of the rounds' ratios. */
  double ratio(Setting setting, Setting to) {
    List<Measurement> ours = of(setting);
    List<Measurement> theirs = of(to);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(ours.get(round).imagesPerSecond() / theirs.get(round).imagesPerSecond());
    }
    return middle(ratios);
  }

  /** Answers that were wrong, over all measurements. */
  int wrong() {
    return all.values().stream().flatMap(List::stream).mapToInt(Measurement::wrong).sum();
  }

  /** Chips without an answer, over all measurements. */
  int unscored() {
    return all.values().stream().flatMap(List::stream).mapToInt(Measurement::unscored).sum();
  }

  private static double middle(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
