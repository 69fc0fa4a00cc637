package org.coverscape.engine.inference;

import java.util.Locale;

/** What a service speaks. */
public enum ServiceProtocol {
  /** Found out by asking: {@link #PREDICT} first, {@link #V2} where that is unknown. */
  AUTO,
  /** {@code tensorflow.serving.PredictionService/Predict}, as Project Brainwave spoke it. */
  PREDICT,
  /** The Open Inference Protocol v2: {@code inference.GRPCInferenceService/ModelInfer}. */
  V2;

  /** The name in every table and file, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
