package org.coverscape.engine.assessment.accuracy;

import java.util.Locale;
import java.util.Optional;

/** Figures of an accuracy as a person reads them, with half of their 95 % interval. */
public final class AccuracyText {
  private AccuracyText() {}

  /** A share in percent, such as {@code 88.0 ± 7.4 %}, or a dash. */
  public static String percent(Optional<Estimate> share) {
    return share
        .map(e -> String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * e.value(), 100 * e.margin()))
        .orElse("–");
  }

  /** Hectares, such as {@code 21,158 ± 6,158}. */
  public static String hectares(Estimate area) {
    String format = area.value() < 1000 ? "%,.1f ± %,.1f" : "%,.0f ± %,.0f";
    return String.format(Locale.ROOT, format, area.value(), area.margin());
  }
}
