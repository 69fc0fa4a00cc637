package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One training of one layer, from its first weights to its best epoch. One thread. */
final class DenseRun {
  private static final float RATE_2018 = 1e-4f;
  private static final float MOMENTUM_2018 = 0.9f;
  private static final float RATE_BEST = 2e-3f;

  /** Epochs without a better validation after which training stops. */
  private static final int PATIENCE = 15;

  /** A gain below this is none. */
  private static final double GAIN = 1e-4;

  private final Preset preset;
  private final float penalty;
  private final Standardizer standardizer;
  private final TrainingData training;
  private final TrainingData validation;
  private final Random random;
  private final DenseLoss loss;
  private final Optimizer optimizer;
  private final float[] layer;
  private final List<Epoch> epochs = new ArrayList<>();
  private float[] best;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestEpoch;

  DenseRun(
      Preset preset,
      long seed,
      float penalty,
      Standardizer standardizer,
      TrainingData training,
      TrainingData validation) {
    this.preset = preset;
    this.penalty = penalty;
    this.standardizer = standardizer;
    this.training = training;
    this.validation = validation;
    int features = training.features().width();
    random = new Random(seed);
    loss = new DenseLoss(preset.activation(), features, classWeights(preset, training));
    layer = first(features, training.classes());
    best = layer.clone();
    optimizer =
        preset == Preset.BEST
            ? Optimizer.adam(RATE_BEST, layer.length)
            : Optimizer.momentum(RATE_2018, MOMENTUM_2018, layer.length);
  }

  /** Uniform after Glorot and Bengio (2010), as Keras begins; the bias with 0. */
  private float[] first(int features, int classes) {
    float[] weights = new float[(features + 1) * classes];
    float limit = (float) Math.sqrt(6.0 / (features + classes));
    for (int i = 0; i < features * classes; i++) {
      weights[i] = (2 * random.nextFloat() - 1) * limit;
    }
    return weights;
  }

  /**
   * What a chip of each class counts: all the same in 2018, else as much as makes classes equal.
   */
  static float[] classWeights(Preset preset, TrainingData training) {
    int[] counts = training.counts();
    int occurring = 0;
    for (int count : counts) {
      occurring += count > 0 ? 1 : 0;
    }
    float[] weights = new float[counts.length];
    for (int c = 0; c < weights.length; c++) {
      boolean equal = preset == Preset.Y2018 || counts[c] == 0;
      weights[c] = equal ? 1 : (float) training.size() / (occurring * counts[c]);
    }
    return weights;
  }

  void train(HeadTrainer.Listener listener) throws InterruptedException {
    for (int number = 1; number <= preset.epochs(); number++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Epoch epoch = epoch(number);
      epochs.add(epoch);
      listener.epoch(epoch);
      if (preset == Preset.BEST && number >= bestEpoch + PATIENCE) {
        return;
      }
    }
  }

  private Epoch epoch(int number) {
    int[] order = shuffled(training.size());
    float[] gradient = new float[layer.length];
    float[] row = new float[training.features().width()];
    double sum = 0;
    int[] right = new int[training.classes()];
    for (int from = 0; from < order.length; from += preset.batch()) {
      int size = Math.min(preset.batch(), order.length - from);
      Arrays.fill(gradient, 0);
      for (int i = from; i < from + size; i++) {
        training.features().copy(order[i], row);
        standardizer.apply(row);
        int target = training.targets()[order[i]];
        sum += size * loss.add(layer, row, target, 1f / size, gradient);
        right[target] += loss.answer() == target ? 1 : 0;
      }
      loss.addPenalty(layer, penalty, gradient);
      optimizer.step(layer, gradient);
    }
    return judged(number, sum / order.length, meanRecall(training, right));
  }

  private int[] shuffled(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Checks the layer with the validation, and keeps it when it is the best so far. */
  private Epoch judged(int number, double trainingLoss, double trainingRecall) {
    float[] row = new float[training.features().width()];
    int[] right = new int[validation.classes()];
    double sum = 0;
    double weight = 0;
    float[] weights = classWeights(preset, training);
    for (int i = 0; i < validation.size(); i++) {
      validation.features().copy(i, row);
      standardizer.apply(row);
      int target = validation.targets()[i];
      sum += loss.loss(layer, row, target);
      weight += weights[target];
      right[target] += loss.answer() == target ? 1 : 0;
    }
    double validationLoss = weight > 0 ? sum / weight : 0;
    // without a validation, and in 2018, the last epoch is the best
    boolean last = preset == Preset.Y2018 || validation.size() == 0;
    double judged = last ? trainingLoss : validationLoss;
    if (last || judged < bestLoss - GAIN) {
      bestLoss = judged;
      bestEpoch = number;
      best = layer.clone();
    }
    return new Epoch(
        number, trainingLoss, trainingRecall, validationLoss, meanRecall(validation, right));
  }

  private static double meanRecall(TrainingData chips, int... right) {
    int[] counts = chips.counts();
    double sum = 0;
    int occurring = 0;
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] > 0) {
        sum += (double) right[c] / counts[c];
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  float[] best() {
    return best.clone();
  }

  double bestLoss() {
    return bestLoss;
  }

  int bestEpoch() {
    return bestEpoch;
  }

  float penalty() {
    return penalty;
  }

  List<Epoch> epochs() {
    return epochs;
  }
}
