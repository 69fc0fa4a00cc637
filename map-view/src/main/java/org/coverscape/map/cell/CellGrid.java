package org.coverscape.map.cell;

/** Where the cells lie: a grid of unit squares in some projection. Any thread. */
@FunctionalInterface
public interface CellGrid {
  /**
   * Turns places of the map into places in the grid, in place. A place that has no counterpart
   * becomes NaN.
   *
   * @param xy x, y, x, y … in metres of EPSG:3857; afterwards column, row, column, row …, whose
   *     whole parts are the cell and whose fractions the place within it; rows count upwards
   * @param count how many places
   */
  void toCells(double[] xy, int count);
}
