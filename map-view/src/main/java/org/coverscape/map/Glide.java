package org.coverscape.map;

/**
 * A push that runs out: zoom about a pixel and pan, both slowing down exponentially. Further pushes
 * are added to what is left of the last, so that a turning wheel gives one smooth movement.
 */
final class Glide implements ViewMotion {
  /** Seconds in which a push falls to 1/e. */
  private static final double TIME_CONSTANT = 0.055;

  private static final double SMALLEST_ZOOM = 0.002;
  private static final double SMALLEST_PAN = 0.5;

  private double doublings;
  private double anchorX;
  private double anchorY;
  private double panX;
  private double panY;

  /** Adds a magnification, in powers of two, about a pixel. */
  void zoom(double powers, double screenX, double screenY) {
    doublings += powers;
    anchorX = screenX;
    anchorY = screenY;
  }

  /** Adds a movement of the ground in pixels. */
  void pan(double dx, double dy) {
    panX += dx;
    panY += dy;
  }

  @Override
  public Viewport next(Viewport current, double seconds) {
    double share = 1 - Math.exp(-seconds / TIME_CONSTANT);
    double zoomStep = Math.abs(doublings) < SMALLEST_ZOOM ? doublings : doublings * share;
    boolean lastPan = Math.hypot(panX, panY) < SMALLEST_PAN;
    double dx = lastPan ? panX : panX * share;
    double dy = lastPan ? panY : panY * share;
    doublings -= zoomStep;
    panX -= dx;
    panY -= dy;
    return current.zoomed(Math.pow(2, zoomStep), anchorX, anchorY).panned(dx, dy);
  }

  @Override
  public boolean done() {
    return doublings == 0 && panX == 0 && panY == 0;
  }
}
