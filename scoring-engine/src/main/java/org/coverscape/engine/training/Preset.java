package org.coverscape.engine.training;

import java.util.Locale;
import org.coverscape.engine.classifier.Activation;

/** How a head is trained. */
public enum Preset {
  /**
   * As Microsoft's tutorial of 2018 did: features as they are, a sigmoid for each class, mean
   * binary cross entropy, stochastic gradient descent (rate 1e-4, momentum 0.9), batches of 32, 10
   * epochs.
   */
  Y2018("2018", Activation.SIGMOID, 32, 10),
  /**
   * Standardised features, softmax, cross entropy weighted so that each class has the same say, L2
   * by what validates best, Adam, stopped when the validation gets worse.
   */
  BEST("best", Activation.SOFTMAX, 64, 200);

  private final String label;
  private final Activation activation;
  private final int batch;
  private final int epochs;

  Preset(String label, Activation activation, int batch, int epochs) {
    this.label = label;
    this.activation = activation;
    this.batch = batch;
    this.epochs = epochs;
  }

  /** Its name on the command line. */
  public String label() {
    return label;
  }

  /** What makes probabilities. */
  public Activation activation() {
    return activation;
  }

  /** Chips in a batch. */
  int batch() {
    return batch;
  }

  /** Epochs at most. */
  int epochs() {
    return epochs;
  }

  /**
   * Whether a chip that is none of the six can be learned from: only softmax has a column for it.
   */
  public boolean takesNone() {
    return activation == Activation.SOFTMAX;
  }

  /**
   * The preset of a name.
   *
   * @throws IllegalArgumentException with one sentence when there is none
   */
  public static Preset named(String name) {
    for (Preset preset : values()) {
      if (preset.label.equals(name.toLowerCase(Locale.ROOT))) {
        return preset;
      }
    }
    throw new IllegalArgumentException("--preset is 2018 or best, not '" + name + "'.");
  }
}
