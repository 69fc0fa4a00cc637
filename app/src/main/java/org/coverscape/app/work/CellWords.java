package org.coverscape.app.work;

import org.coverscape.engine.chip.CellSize;

/** What the window calls the choice of cells, in its control and in sentences about it. */
public final class CellWords {
  /** The name of the choice. */
  public static final String CHOICE = "Cells";

  private CellWords() {}

  /** What is chosen. */
  public static String of(CellSize size) {
    return size == CellSize.CHIP ? "224 m" : "32 m";
  }

  /** How to choose it, as the end of a sentence but for its full stop. */
  public static String choose(CellSize size) {
    return "set " + CHOICE + " to " + of(size);
  }
}
