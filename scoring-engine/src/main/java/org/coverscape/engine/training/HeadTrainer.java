package org.coverscape.engine.training;

/** Learns a dense layer from chips. */
public interface HeadTrainer {
  /** Hears of every epoch, on the training's thread. */
  @FunctionalInterface
  interface Listener {
    /** An epoch is over. */
    void epoch(Epoch epoch);
  }

  /**
   * Trains; the same data and seed give the same bits.
   *
   * @param training at least one chip
   * @param validation chips that training does not learn from; may be empty
   * @throws InterruptedException when the thread is interrupted, between two epochs
   */
  TrainedLayer train(TrainingData training, TrainingData validation, Listener listener)
      throws InterruptedException;
}
