package org.coverscape.cli.bench;

import java.util.Map;

/**
 * What was measured.
 *
 * @param plan what was to be
 * @param window the first curve: one service, several windows
 * @param services the second curve
 * @param kinds one service of each kind under several windows
 */
public record BenchResult(
    BenchPlan plan, Samples window, Samples services, Map<DeviceKind, Samples> kinds) {
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
