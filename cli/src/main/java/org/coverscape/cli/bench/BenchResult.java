package org.coverscape.cli.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param plan what was to be
 * @param services the second curve, without settings as long as it was not measured
 * @param kinds one service of each kind under several windows, in the order of measuring
 */
public record BenchResult(BenchPlan plan, Samples services, Map<DeviceKind, Samples> kinds) {
  /** Keeps the order. */
  public BenchResult {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /** Before anything was measured. */
  public static BenchResult empty(BenchPlan plan) {
    return new BenchResult(plan, new Samples(List.of()), Map.of());
  }

  BenchResult with(DeviceKind kind, Samples samples) {
    Map<DeviceKind, Samples> more = new LinkedHashMap<>(kinds);
    more.put(kind, samples);
    return new BenchResult(plan, services, more);
  }

  BenchResult with(Samples services) {
    return new BenchResult(plan, services, kinds);
  }

  /** The first curve, that of the serial service; empty where it was not asked for. */
  Optional<Samples> window() {
    return kinds.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(DeviceKind.SERIAL))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether nothing was measured. */
  public boolean isEmpty() {
    return kinds.isEmpty() && services.settings().isEmpty();
  }

  /** Whether every chip got the answer that belongs to it. */
  public boolean isRight() {
    return wrong() == 0 && unscored() == 0;
  }

  /** Answers that belong to another chip. */
  public int wrong() {
    return services.wrong() + kinds.values().stream().mapToInt(Samples::wrong).sum();
  }

  /** Chips without an answer. */
  public int unscored() {
    return services.unscored() + kinds.values().stream().mapToInt(Samples::unscored).sum();
  }
}
