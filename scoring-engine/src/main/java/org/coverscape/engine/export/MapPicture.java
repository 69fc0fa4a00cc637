package org.coverscape.engine.export;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverClass;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The cells of a map as pixels of a picture: north up, each pixel shows the cell under it. */
final class MapPicture {
  private static final int OPAQUE = 0xFF000000;
  private static final int PAPER = 0xFFFFFFFF;
  private static final int HATCH = 8;
  private static final int HATCH_LINE = 3;
  private static final int HATCH_INK = 0xD9D9DC;
  private static final int DOT_STEP = 5;
  private static final int DOT_INK = 0xF4F4F6;

  private final CoveredCells cells;
  private final ClassPalette palette;
  private final Envelope extent;
  private final double metresPerPixel;

  /** A picture of the region that is at most as large as given, in pixels. */
  MapPicture(CoveredCells cells, ClassPalette palette, int maxWidth, int maxHeight) {
    this.cells = cells;
    this.palette = palette;
    extent = cells.mapped().region().geometry().getEnvelopeInternal();
    metresPerPixel = Math.max(extent.getWidth() / maxWidth, extent.getHeight() / maxHeight);
  }

  /** Metres of the grid that a pixel is wide. */
  double metresPerPixel() {
    return metresPerPixel;
  }

  int width() {
    return Math.max(1, (int) Math.round(extent.getWidth() / metresPerPixel));
  }

  int height() {
    return Math.max(1, (int) Math.round(extent.getHeight() / metresPerPixel));
  }

  /** The cells; what lies outside the region is left to the caller to clip. */
  BufferedImage cells() {
    BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_ARGB);
    double size = cells.mapped().grid().cellSize();
    for (int y = 0; y < image.getHeight(); y++) {
      int row = (int) Math.floor((extent.getMaxY() - (y + 0.5) * metresPerPixel) / size);
      for (int x = 0; x < image.getWidth(); x++) {
        int col = (int) Math.floor((extent.getMinX() + (x + 0.5) * metresPerPixel) / size);
        image.setRGB(x, y, colour(row, col, x, y));
      }
    }
    return image;
  }

  private int colour(int row, int col, int x, int y) {
    CellState state = cells.state(row, col);
    return switch (state) {
      case OUTSIDE -> PAPER;
      case SCORED, BELOW_THRESHOLD ->
          OPAQUE | palette.of(LandCoverClass.ofId(cells.map().classId(row, col)));
      case UNCLASSIFIED -> unclassified(palette, x, y);
      case UNSCORED -> unscored(palette, x, y);
    };
  }

  /** The colour of a pixel of unclassified ground: dots. */
  static int unclassified(ClassPalette palette, int x, int y) {
    boolean dot = x % DOT_STEP == 0 && y % DOT_STEP == 0;
    return OPAQUE | (dot ? DOT_INK : palette.unclassified());
  }

  /** The colour of a pixel of unscored ground: hatched. */
  static int unscored(ClassPalette palette, int x, int y) {
    return OPAQUE | ((x + y) % HATCH < HATCH_LINE ? HATCH_INK : palette.unscored());
  }

  /** The outline of the region in pixels of the picture. */
  Path2D outline() {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    Geometry region = cells.mapped().region().geometry();
    for (int i = 0; i < region.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) region.getGeometryN(i);
      append(path, polygon.getExteriorRing().getCoordinates());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        append(path, polygon.getInteriorRingN(hole).getCoordinates());
      }
    }
    AffineTransform toPixels =
        AffineTransform.getScaleInstance(1 / metresPerPixel, -1 / metresPerPixel);
    toPixels.translate(-extent.getMinX(), -extent.getMaxY());
    path.transform(toPixels);
    return path;
  }

  private static void append(Path2D path, Coordinate[] ring) {
    path.moveTo(ring[0].x, ring[0].y);
    for (int i = 1; i < ring.length; i++) {
      path.lineTo(ring[i].x, ring[i].y);
    }
    path.closePath();
  }
}
