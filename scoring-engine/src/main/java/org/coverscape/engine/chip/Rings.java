package org.coverscape.engine.chip;

import java.util.Comparator;

/**
 * Squares of a lattice in square rings about one of them; within a ring around it, so that
 * neighbours follow each other.
 *
 * @param row row of the middle
 * @param col column of the middle
 */
record Rings(int row, int col) {
  /** A square of a lattice of cells, groups of cells, or blocks. */
  record Place(int row, int col) {}

  /** Rings between the middle and a place; 0 for the middle itself. */
  int of(Place place) {
    return Math.max(Math.abs(place.row() - row), Math.abs(place.col() - col));
  }

  /** The middle first. */
  Comparator<Place> order() {
    return Comparator.comparingInt(this::of).thenComparingDouble(this::angle);
  }

  private double angle(Place place) {
    return Math.atan2((double) place.row() - row, (double) place.col() - col);
  }
}
