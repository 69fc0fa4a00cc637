package org.coverscape.engine.project;

/**
 * What the map shows.
 *
 * @param longitude centre, in degrees of WGS 84
 * @param latitude centre, in degrees of WGS 84
 * @param metresPerPixel scale at the centre
 */
public record ProjectView(double longitude, double latitude, double metresPerPixel) {
  /** Checks the numbers. */
  public ProjectView {
    if (!(Math.abs(longitude) <= 360) || !(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("The centre of the view is not on the globe.");
    }
    if (!(metresPerPixel > 0) || Double.isInfinite(metresPerPixel)) {
      throw new IllegalArgumentException("The scale of the view must be positive.");
    }
  }
}
