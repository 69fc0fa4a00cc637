package org.coverscape.engine.landcover;

/** What a cell of the status raster says. The threshold for display is applied by exporters. */
public enum CellState {
  /** Not part of the region. */
  OUTSIDE(0),
  /** One of the six classes. */
  SCORED(1),
  /** None of the six. */
  UNCLASSIFIED(2),
  /** One of the six, with less confidence than is shown. */
  BELOW_THRESHOLD(3),
  /** Without an answer. */
  UNSCORED(4);

  private final int id;

  CellState(int id) {
    this.id = id;
  }

  /** The number in {@code status.tif}. */
  public int id() {
    return id;
  }
}
