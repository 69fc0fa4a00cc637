package org.coverscape.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coverscape.engine.training.ChosenChips;
import org.coverscape.engine.training.FeatureExtraction;
import org.coverscape.engine.training.HeadFigures;
import org.coverscape.engine.training.HeadResult;
import org.coverscape.engine.training.Targets;

/** Says what a training came to. */
final class TrainReport {
  private final Reporter reporter;
  private final TrainSettings settings;
  private final String featurizer;

  TrainReport(Reporter reporter, TrainSettings settings, String featurizer) {
    this.reporter = reporter;
    this.settings = settings;
    this.featurizer = featurizer;
  }

  void print(
      ChosenChips chosen, HeadResult result, FeatureExtraction.Result features, double seconds) {
    HeadFigures training = result.training();
    HeadFigures validation = result.validation();
    reporter.line(
        String.format(
            Locale.ROOT,
            "%s: %,d chips to learn from, %.1f %% right.",
            settings.out(),
            training.total(),
            100 * training.accuracy()));
    if (validation.total() == 0) {
      reporter.line("Too few places to keep some for validation; label more ground.");
    } else {
      reporter.line(
          String.format(
              Locale.ROOT,
              "%,d chips of other places to check with: accuracy %.1f %%, balanced %.1f %%.",
              validation.total(),
              100 * validation.accuracy(),
              100 * validation.balancedAccuracy()));
      table(validation);
    }
    reporter.json(json(chosen, result, features, seconds));
  }

  private void table(HeadFigures figures) {
    StringBuilder head = new StringBuilder(String.format("%-12s%6s", "shows", "n"));
    Targets.labels(Targets.COUNT).forEach(c -> head.append(String.format("%12s", c)));
    reporter.line(head.append(String.format("%8s", "F1")).toString());
    for (int target = 0; target < Targets.COUNT; target++) {
      if (figures.shown(target) == 0) {
        continue;
      }
      StringBuilder row = new StringBuilder();
      row.append(
          String.format(Locale.ROOT, "%-12s%6d", Targets.label(target), figures.shown(target)));
      for (long count : figures.counts()[target]) {
        row.append(String.format(Locale.ROOT, "%12d", count));
      }
      reporter.line(row.append(String.format(Locale.ROOT, "%8.2f", figures.f1(target))).toString());
    }
  }

  private Map<String, Object> json(
      ChosenChips chosen, HeadResult result, FeatureExtraction.Result features, double seconds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("head", settings.out().toString());
    json.put("featurizer", featurizer);
    json.put("features", result.head().features());
    json.put("preset", settings.preset().label());
    json.put("classifier", settings.classifier());
    json.put("seed", settings.seed());
    json.put("candidates", candidates(chosen));
    json.put("chips", features.chips().size());
    json.put("left_out", features.without());
    json.put("failed", features.faults());
    json.put("split_block", result.block());
    json.put("epochs", result.epochs().size());
    json.put("training", figures(result.training()));
    json.put("validation", figures(result.validation()));
    json.put("provenance", new TreeMap<>(result.head().provenance()));
    json.put("notes", chosen.notes());
    json.put("seconds", Math.round(seconds * 10) / 10.0);
    return json;
  }

  private static Map<String, Long> candidates(ChosenChips chosen) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int target = 0; target < Targets.COUNT; target++) {
      counts.put(Targets.label(target), chosen.seen().get(target));
    }
    return counts;
  }

  private static Map<String, Object> figures(HeadFigures figures) {
    Map<String, Object> classes = new LinkedHashMap<>();
    for (int target = 0; target < Targets.COUNT; target++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("n", figures.shown(target));
      row.put("precision", figures.precision(target));
      row.put("recall", figures.recall(target));
      row.put("f1", figures.f1(target));
      classes.put(Targets.label(target), row);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("chips", figures.total());
    json.put("accuracy", figures.accuracy());
    json.put("balanced_accuracy", figures.balancedAccuracy());
    json.put("classes", classes);
    json.put("confusion", List.of(figures.counts()));
    return json;
  }
}
