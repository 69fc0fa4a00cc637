package org.coverscape.map.cell;

/** What a cell is filled with. */
public enum CellPattern {
  /** Its colour alone. */
  PLAIN,
  /** Diagonal lines of its colour. */
  HATCH,
  /** Fine dots of its colour. */
  DOTS
}
