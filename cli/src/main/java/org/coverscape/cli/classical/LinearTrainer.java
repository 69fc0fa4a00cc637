package org.coverscape.cli.classical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.coverscape.engine.classifier.Activation;
import org.coverscape.engine.classifier.DenseLayer;
import org.coverscape.engine.training.HeadTrainer;
import org.coverscape.engine.training.Standardizer;
import org.coverscape.engine.training.Targets;
import org.coverscape.engine.training.TrainedLayer;
import org.coverscape.engine.training.TrainingData;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A linear classifier of Tribuo over standardised features, with class weights. All rows are held
 * in memory. Its sums are scaled once, by what fits the validation best, so that softmax of them
 * are probabilities.
 *
 * @param kind which one
 * @param seed of the order of the chips
 */
public record LinearTrainer(LinearKind kind, long seed) implements HeadTrainer {
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
  private static final int EPOCHS = 20;
  private static final int BATCH = 32;
  private static final double RATE = 0.1;
  private static final float NEVER = -30;

  /** Names, values and objects of a row take about so many bytes a feature. */
  private static final long BYTES_PER_FEATURE = 16;

  @Override
  public TrainedLayer train(TrainingData training, TrainingData validation, Listener listener)
      throws InterruptedException {
    check(training);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    TRIBUO.setLevel(Level.WARNING);
    Standardizer standardizer = Standardizer.of(training.features());
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(
            kind.objective(), new AdaGrad(RATE, RATE), EPOCHS, Integer.MAX_VALUE, BATCH, seed);
    LinearSGDModel model = trainer.train(dataset(training, standardizer));
    float[] layer = layer(model, training);
    int classes = training.classes();
    double scale = Scale.best(layer, classes, standardizer, validation);
    float[] scaled = scaled(layer, scale, classes, training.counts());
    int weights = scaled.length - classes;
    Map<String, String> settings = new TreeMap<>();
    settings.put("classifier", kind.label() + " (Tribuo, " + EPOCHS + " epochs)");
    settings.put("seed", String.valueOf(seed));
    settings.put("scale", String.format(Locale.ROOT, "%.4f", scale));
    return new TrainedLayer(
        new DenseLayer(
            Arrays.copyOf(scaled, weights),
            Arrays.copyOfRange(scaled, weights, scaled.length),
            standardizer.mean(),
            standardizer.std()),
        Activation.SOFTMAX,
        List.of(),
        settings);
  }

  private void check(TrainingData training) {
    long bytes = (long) training.size() * training.features().width() * BYTES_PER_FEATURE;
    if (bytes > Runtime.getRuntime().maxMemory() / 2) {
      throw new IllegalArgumentException(
          "The classifier "
              + kind.label()
              + " needs all features in memory, and there is too little; use --classifier dense, or"
              + " a smaller --per-class.");
    }
  }

  private static MutableDataset<Label> dataset(TrainingData data, Standardizer standardizer) {
    int width = data.features().width();
    String[] names = new String[width];
    for (int f = 0; f < width; f++) {
      names[f] = name(f);
    }
    int[] counts = data.counts();
    long occurring = Arrays.stream(counts).filter(n -> n > 0).count();
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> set =
        new MutableDataset<>(new SimpleDataSourceProvenance("chips", labels), labels);
    float[] row = new float[width];
    for (int i = 0; i < data.size(); i++) {
      data.features().copy(i, row);
      standardizer.apply(row);
      double[] values = new double[width];
      for (int f = 0; f < width; f++) {
        values[f] = row[f];
      }
      int target = data.targets()[i];
      ArrayExample<Label> example =
          new ArrayExample<>(labels.generateOutput(Targets.label(target)), names, values);
      example.setWeight((float) data.size() / (occurring * counts[target]));
      set.add(example);
    }
    return set;
  }

  /** Tribuo orders features by their names. */
  private static String name(int feature) {
    return String.format(Locale.ROOT, "f%06d", feature);
  }

  /** Weights row by row and the bias behind them; a class that Tribuo never saw keeps zeros. */
  private static float[] layer(LinearSGDModel model, TrainingData training) {
    int classes = training.classes();
    int width = training.features().width();
    DenseMatrix weights = model.getWeightsCopy();
    float[] layer = new float[(width + 1) * classes];
    for (int c = 0; c < classes; c++) {
      int row = training.counts()[c] == 0 ? -1 : id(model, c);
      for (int f = 0; row >= 0 && f < width; f++) {
        int column = model.getFeatureIDMap().get(name(f)).getID();
        layer[f * classes + c] = (float) weights.get(row, column);
      }
      layer[width * classes + c] = row >= 0 ? (float) weights.get(row, width) : 0;
    }
    return layer;
  }

  private static int id(LinearSGDModel model, int target) {
    return model.getOutputIDInfo().getID(new Label(Targets.label(target)));
  }

  private static float[] scaled(float[] layer, double scale, int classes, int... counts) {
    float[] out = new float[layer.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (layer[i] * scale);
    }
    for (int c = 0; c < classes; c++) {
      if (counts[c] == 0) {
        out[out.length - classes + c] = NEVER;
      }
    }
    return out;
  }
}
