package org.coverscape.engine.analysis;

import java.util.OptionalDouble;

/**
 * Ground of one kind: how much of it there is and how sure its answers are.
 *
 * @param squareMetres geodesic area, clipped to the region
 * @param cells number of cells that hold it, whole or in part
 * @param confidence mean confidence in percent, weighted by area; empty where there are no answers
 */
public record GroundShare(double squareMetres, long cells, OptionalDouble confidence) {
  /** Square metres of an international acre. */
  private static final double ACRE = 4046.8564224;

  private static final double HECTARE = 10_000;

  /** Ground without answers. */
  public static GroundShare of(double squareMetres, long cells) {
    return new GroundShare(squareMetres, cells, OptionalDouble.empty());
  }

  /** The area in hectares. */
  public double hectares() {
    return squareMetres / HECTARE;
  }

  /** The area in international acres of 4,046.8564224 m². */
  public double acres() {
    return squareMetres / ACRE;
  }

  /** The area in percent of another; 0 where that is nothing. */
  public double percentOf(double wholeSquareMetres) {
    return wholeSquareMetres > 0 ? 100 * squareMetres / wholeSquareMetres : 0;
  }
}
