package org.coverscape.map;

/**
 * The way from one view to another: the scale changes geometrically, and the middle moves so that
 * one point of the screen stays still, which looks like a plain zoom.
 */
final class Flight implements ViewMotion {
  private static final double SECONDS = 0.35;

  /** Below this ratio of scales the middle moves in a straight line at even speed. */
  private static final double SAME_SCALE = 1e-3;

  private final Viewport from;
  private final Viewport to;
  private double elapsed;

  Flight(Viewport from, Viewport to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public Viewport next(Viewport current, double seconds) {
    elapsed += seconds;
    if (done()) {
      return to.resized(current.width(), current.height());
    }
    double rest = 1 - elapsed / SECONDS;
    double share = 1 - rest * rest * rest;
    double ratio = to.metresPerPixel() / from.metresPerPixel();
    double scale = from.metresPerPixel() * Math.pow(ratio, share);
    double way =
        Math.abs(ratio - 1) < SAME_SCALE
            ? share
            : (scale - from.metresPerPixel()) / (to.metresPerPixel() - from.metresPerPixel());
    return new Viewport(
        from.centreX() + (to.centreX() - from.centreX()) * way,
        from.centreY() + (to.centreY() - from.centreY()) * way,
        scale,
        current.width(),
        current.height());
  }

  @Override
  public boolean done() {
    return elapsed >= SECONDS;
  }
}
