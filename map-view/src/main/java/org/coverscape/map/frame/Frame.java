package org.coverscape.map.frame;

import org.coverscape.map.MapBox;
import org.coverscape.map.Viewport;

/**
 * A picture to be painted: which part of the map, in how many pixels. Its edges lie on whole pixels
 * counted from the origin of the map, so that patterns stay put when the map is moved.
 *
 * @param column its western edge, in pixels east of the map's origin
 * @param row its northern edge, in pixels south of the map's origin
 * @param metresPerPixel metres of EPSG:3857 per pixel of the picture
 * @param width pixels from west to east
 * @param height pixels from north to south
 * @param density pixels of the picture per pixel of the viewport
 */
public record Frame(
    long column, long row, double metresPerPixel, int width, int height, double density) {
  /** How much wider and higher than the view the picture is. */
  private static final double OVERSCAN = 1.25;

  /** The part of the spare edge that is left when the next picture is begun. */
  private static final double RESERVE = 0.3;

  private static final int LONGEST_SIDE = 4096;

  /** The picture for a view, with something to spare on all sides. */
  public static Frame around(Viewport view, double outputScale) {
    double wide = view.width() * OVERSCAN * outputScale;
    double high = view.height() * OVERSCAN * outputScale;
    double density = outputScale * Math.min(1, LONGEST_SIDE / Math.max(wide, high));
    double scale = view.metresPerPixel() / density;
    int width = (int) Math.ceil(view.width() * OVERSCAN * density);
    int height = (int) Math.ceil(view.height() * OVERSCAN * density);
    long column = Math.round(view.centreX() / scale - width / 2.0);
    long row = Math.round(-view.centreY() / scale - height / 2.0);
    return new Frame(column, row, scale, width, height, density);
  }

  /** Easting of a place in the picture; 0 is the western edge of the first pixel. */
  public double mapX(double x) {
    return (column + x) * metresPerPixel;
  }

  /** Northing of a place in the picture; 0 is the northern edge of the first pixel. */
  public double mapY(double y) {
    return -(row + y) * metresPerPixel;
  }

  /** Place in the picture of an easting. */
  public double x(double mapX) {
    return mapX / metresPerPixel - column;
  }

  /** Place in the picture of a northing. */
  public double y(double mapY) {
    return -mapY / metresPerPixel - row;
  }

  /** The part of the map in the picture. */
  public MapBox box() {
    return new MapBox(mapX(0), mapY(height), mapX(width), mapY(0));
  }

  /** Whether the picture is what a view needs, with some of the spare edge left on all sides. */
  public boolean serves(Viewport view, double outputScale) {
    Frame wanted = around(view, outputScale);
    double spareX = width * (1 - 1 / OVERSCAN) / 2 * (1 - RESERVE);
    double spareY = height * (1 - 1 / OVERSCAN) / 2 * (1 - RESERVE);
    return wanted.metresPerPixel == metresPerPixel
        && wanted.width == width
        && wanted.height == height
        && Math.abs(wanted.column - column) <= spareX
        && Math.abs(wanted.row - row) <= spareY;
  }
}
