package org.coverscape.engine.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coverscape.engine.about.ProgramVersion;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.scoring.PlanException;

/**
 * Makes a head from features: splits by place, trains, measures, and writes down where it comes
 * from. The same features, settings and seed give the same head to the last bit.
 *
 * @param trainer how the layer is learned
 * @param seed of the split
 * @param columns columns of the head: six, or seven with none
 */
public record HeadMaker(HeadTrainer trainer, long seed, int columns) {
  /**
   * Makes a head.
   *
   * @param featurizer identity of the network that made the features; empty where not known
   * @param facts what the provenance says of labels and imagery
   * @throws IOException with one plain sentence when the features cannot be read
   * @throws PlanException when the chips that are left show a single class
   */
  public HeadResult make(
      FeatureExtraction.Result chips,
      FeatureCache cache,
      String featurizer,
      Map<String, String> facts,
      HeadTrainer.Listener listener)
      throws IOException, InterruptedException {
    PlaceSplit split = PlaceSplit.of(chips.chips(), seed);
    TrainingData training = data(chips, split.training(), cache);
    TrainingData validation = data(chips, split.validation(), cache);
    if (Arrays.stream(training.counts()).filter(n -> n > 0).count() < 2) {
      throw new PlanException(
          "The chips that the imagery fills show a single class; add imagery or labels.");
    }
    TrainedLayer trained = trainer.train(training, validation, listener);
    ClassifierHead bare = head(trained, featurizer, Map.of());
    HeadFigures learned = HeadFigures.of(bare, training);
    HeadFigures held = HeadFigures.of(bare, validation);
    Map<String, String> provenance = new TreeMap<>(facts);
    provenance.putAll(trained.settings());
    provenance.put("program", "Coverscape " + ProgramVersion.get());
    provenance.put("split", "by place, blocks of " + split.block() + " chips, seed " + seed);
    provenance.put("training_chips", counts(learned));
    provenance.put("validation_chips", counts(held));
    provenance.put("training_accuracy", percent(learned.accuracy()));
    if (held.total() > 0) {
      provenance.put("validation_accuracy", percent(held.accuracy()));
      provenance.put("validation_balanced_accuracy", percent(held.balancedAccuracy()));
      provenance.put("validation_f1", f1(held));
    }
    return new HeadResult(
        head(trained, featurizer, provenance), trained.epochs(), learned, held, split.block());
  }

  private TrainingData data(FeatureExtraction.Result chips, List<Integer> which, FeatureCache cache)
      throws IOException {
    FeatureRows rows = cache.rows(which.stream().map(chips.keys()::get).toList());
    int[] targets = which.stream().mapToInt(i -> chips.chips().get(i).target()).toArray();
    return new TrainingData(rows, targets, columns);
  }

  private ClassifierHead head(
      TrainedLayer trained, String featurizer, Map<String, String> provenance) {
    return new ClassifierHead(
        featurizer, Targets.labels(columns), trained.layer(), trained.activation(), provenance);
  }

  private String counts(HeadFigures figures) {
    StringBuilder text = new StringBuilder(String.valueOf(figures.total()));
    String between = ": ";
    for (int target = 0; target < columns; target++) {
      text.append(between).append(Targets.label(target)).append(' ').append(figures.shown(target));
      between = ", ";
    }
    return text.toString();
  }

  private String f1(HeadFigures figures) {
    StringBuilder text = new StringBuilder();
    for (int target = 0; target < columns; target++) {
      text.append(target == 0 ? "" : ", ")
          .append(Targets.label(target))
          .append(String.format(Locale.ROOT, " %.3f", figures.f1(target)));
    }
    return text.toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
