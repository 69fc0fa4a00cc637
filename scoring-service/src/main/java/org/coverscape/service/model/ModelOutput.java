package org.coverscape.service.model;

/** What a network can answer for a chip. */
public enum ModelOutput {
  /** Six probabilities in class-id order; what they leave of 1 is "none of the six". */
  SCORES("scores"),
  /** What the network saw, before its last layer: input for a classifier head. */
  FEATURES("features"),
  /** Six probabilities for each of 7 × 7 cells, row by row from the north-west. */
  DENSE("dense");

  /** Rows and columns of {@link #DENSE}. */
  public static final int CELLS_ACROSS = 7;

  private final String tensor;

  ModelOutput(String tensor) {
    this.tensor = tensor;
  }

  /** Its name as an output of the network, and as a model name in a request. */
  public String tensor() {
    return tensor;
  }
}
