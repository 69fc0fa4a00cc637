package org.coverscape.engine.chip;

/** How large the cells of a map are: one for each chip, or many where services answer densely. */
public enum CellSize {
  /** One answer for a chip: cells as large as the stride. */
  CHIP("chip"),
  /** {@value ChipGrid#CELLS_ACROSS} × {@value ChipGrid#CELLS_ACROSS} answers for a chip. */
  DENSE("dense");

  private final String label;

  CellSize(String label) {
    this.label = label;
  }

  /** The name on the command line and in files. */
  public String label() {
    return label;
  }

  /**
   * The size of a {@link #label}.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static CellSize ofLabel(String label) {
    for (CellSize size : values()) {
      if (size.label.equals(label)) {
        return size;
      }
    }
    throw new IllegalArgumentException("Cells are chip or dense, not '" + label + "'.");
  }

  /**
   * The grid of a map of such cells.
   *
   * @param chips the grid that chips are cut on
   */
  public ChipGrid gridOf(ChipGrid chips) {
    return this == CHIP ? chips : chips.cells();
  }
}
