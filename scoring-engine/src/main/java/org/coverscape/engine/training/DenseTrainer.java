package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coverscape.engine.classifier.DenseLayer;

/**
 * The two presets, on plain arrays of floats. Stateless but for its settings.
 *
 * @param preset how to train
 * @param seed of the first weights and of the order of the chips
 */
public record DenseTrainer(Preset preset, long seed) implements HeadTrainer {
  private static final float[] PENALTIES = {1e-4f, 1e-3f, 1e-2f};

  /** A class that no chip shows is never answered: its probability is below 1e-13. */
  private static final float NEVER = -30;

  /** Epochs at most, over all penalties that are tried. */
  public int mostEpochs() {
    return preset.epochs() * (preset == Preset.BEST ? PENALTIES.length : 1);
  }

  @Override
  public TrainedLayer train(TrainingData training, TrainingData validation, Listener listener)
      throws InterruptedException {
    Standardizer standardizer =
        preset == Preset.BEST
            ? Standardizer.of(training.features())
            : Standardizer.none(training.features().width());
    float[] penalties =
        preset == Preset.BEST && validation.size() > 0 ? PENALTIES : new float[] {penalty()};
    DenseRun best = null;
    for (float penalty : penalties) {
      DenseRun run = new DenseRun(preset, seed, penalty, standardizer, training, validation);
      run.train(listener);
      best = best == null || run.bestLoss() < best.bestLoss() ? run : best;
    }
    if (best == null) {
      throw new IllegalStateException("no run");
    }
    return new TrainedLayer(
        layer(best, standardizer, training),
        preset.activation(),
        best.epochs(),
        settings(best, training));
  }

  private float penalty() {
    return preset == Preset.BEST ? PENALTIES[1] : 0;
  }

  private static DenseLayer layer(DenseRun run, Standardizer standardizer, TrainingData training) {
    int classes = training.classes();
    int features = training.features().width();
    float[] weights = new float[features * classes];
    float[] bias = new float[classes];
    System.arraycopy(run.best(), 0, weights, 0, weights.length);
    System.arraycopy(run.best(), weights.length, bias, 0, classes);
    int[] counts = training.counts();
    for (int c = 0; c < classes; c++) {
      if (counts[c] == 0) {
        bias[c] = NEVER;
        for (int f = 0; f < features; f++) {
          weights[f * classes + c] = 0;
        }
      }
    }
    return new DenseLayer(weights, bias, standardizer.mean(), standardizer.std());
  }

  private Map<String, String> settings(DenseRun run, TrainingData training) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("preset", preset.label());
    settings.put("seed", String.valueOf(seed));
    settings.put("epochs", String.valueOf(run.bestEpoch()));
    if (preset == Preset.BEST) {
      settings.put("l2", String.format(Locale.ROOT, "%.0e", run.penalty()));
      List<String> weights = new ArrayList<>();
      float[] perClass = DenseRun.classWeights(preset, training);
      for (int c = 0; c < perClass.length; c++) {
        weights.add(Targets.label(c) + " " + String.format(Locale.ROOT, "%.3f", perClass[c]));
      }
      settings.put("class_weights", String.join(", ", weights));
    }
    return settings;
  }
}
