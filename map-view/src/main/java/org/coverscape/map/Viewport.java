package org.coverscape.map;

/**
 * The part of the world that a map shows, and how large. Immutable: every movement gives a new one.
 *
 * @param centreX easting of the middle of the screen, in metres of {@link WebMercator}
 * @param centreY northing of the middle of the screen
 * @param metresPerPixel metres of map per pixel of screen
 * @param width width of the screen in pixels
 * @param height height of the screen in pixels
 */
public record Viewport(
    double centreX, double centreY, double metresPerPixel, double width, double height) {
  /** The closest and the widest view, in metres of map per pixel. */
  private static final double CLOSEST = 0.02;

  private static final double WIDEST = 160_000;

  /** Checks that something is seen, and keeps the zoom within its limits. */
  public Viewport {
    if (!(metresPerPixel > 0) || !(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException("A viewport has a positive size and scale.");
    }
    metresPerPixel = Math.max(CLOSEST, Math.min(WIDEST, metresPerPixel));
  }

  /** Easting under a pixel. */
  public double mapX(double screenX) {
    return centreX + (screenX - width / 2) * metresPerPixel;
  }

  /** Northing under a pixel; pixels count downwards. */
  public double mapY(double screenY) {
    return centreY - (screenY - height / 2) * metresPerPixel;
  }

  /** Pixel column of an easting. */
  public double screenX(double mapX) {
    return (mapX - centreX) / metresPerPixel + width / 2;
  }

  /** Pixel row of a northing. */
  public double screenY(double mapY) {
    return (centreY - mapY) / metresPerPixel + height / 2;
  }

  /** The view after the ground was dragged by some pixels. */
  public Viewport panned(double dx, double dy) {
    return new Viewport(
        centreX - dx * metresPerPixel,
        centreY + dy * metresPerPixel,
        metresPerPixel,
        width,
        height);
  }

  /** The view magnified by a factor about a pixel, whose ground stays where it is. */
  public Viewport zoomed(double factor, double screenX, double screenY) {
    double x = mapX(screenX);
    double y = mapY(screenY);
    Viewport scaled = new Viewport(x, y, metresPerPixel / factor, width, height);
    return scaled.panned(screenX - width / 2, screenY - height / 2);
  }

  /** The same middle and scale on a screen of another size. */
  public Viewport resized(double newWidth, double newHeight) {
    return new Viewport(centreX, centreY, metresPerPixel, newWidth, newHeight);
  }

  /** The closest view that shows a rectangle of the map, with a margin of a tenth. */
  public Viewport fitted(double minX, double minY, double maxX, double maxY) {
    double scale = Math.max((maxX - minX) / width, (maxY - minY) / height) * 1.1;
    return new Viewport(
        (minX + maxX) / 2, (minY + maxY) / 2, Math.max(scale, CLOSEST), width, height);
  }

  /** The closest view that shows a box, with a margin of a tenth. */
  public Viewport fitted(MapBox box) {
    return fitted(box.minX(), box.minY(), box.maxX(), box.maxY());
  }

  /** The part of the map that is seen. */
  public MapBox box() {
    return new MapBox(mapX(0), mapY(height), mapX(width), mapY(0));
  }

  /** The middle of the screen. */
  public MapPoint centre() {
    return new MapPoint(centreX, centreY);
  }

  /** The ground under a pixel. */
  public MapPoint ground(double screenX, double screenY) {
    return new MapPoint(mapX(screenX), mapY(screenY));
  }

  /** Metres of ground per pixel in the middle of the screen, where the map itself is stretched. */
  public double groundMetresPerPixel() {
    return metresPerPixel / WebMercator.scale(WebMercator.latitude(centreY));
  }
}
