package org.coverscape.engine.picture;

import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.PixelWindow;

/**
 * Where pixels of a picture lie in an image: exact at nodes at most {@value #STEP} pixels apart,
 * linear in between.
 *
 * <p>Map projections bend little over a step: between UTM and web Mercator a line of length L bends
 * by about L² / 8R (R the Earth's radius), so that a step of pixels of p metres errs by under 2e-5
 * · p² metres: a thousandth of a pixel at 50 m per pixel, a fifth at 10 km.
 */
final class Lattice {
  static final int STEP = 32;

  private final PixelWindow part;
  private final int cols;
  private final int rows;
  private final double[] places;

  /**
   * Computes the nodes around a part of a picture.
   *
   * @param toImage from the picture's system to the image's
   * @param image where the image's pixels lie
   */
  Lattice(Screen screen, PixelWindow part, CoordinateTransform toImage, PixelGrid image) {
    this.part = part;
    cols = (part.width() - 1) / STEP + 1;
    rows = (part.height() - 1) / STEP + 1;
    places = new double[2 * (cols + 1) * (rows + 1)];
    for (int i = 0; i < places.length / 2; i++) {
      int col = i % (cols + 1);
      int row = i / (cols + 1);
      places[2 * i] = screen.x(part.x() + (double) col * part.width() / cols);
      places[2 * i + 1] = screen.y(part.y() + (double) row * part.height() / rows);
    }
    transform(toImage);
    for (int i = 0; i < places.length; i += 2) {
      double x = places[i];
      double y = places[i + 1];
      places[i] = image.col(x, y);
      places[i + 1] = image.row(x, y);
    }
  }

  /** A node without a place in the image's system is not a number, and nothing is painted by it. */
  private void transform(CoordinateTransform toImage) {
    double[] node = new double[2];
    for (int i = 0; i < places.length; i += 2) {
      node[0] = places[i];
      node[1] = places[i + 1];
      try {
        toImage.transform(node, 1);
      } catch (IllegalArgumentException e) {
        node[0] = Double.NaN;
        node[1] = Double.NaN;
      }
      places[i] = node[0];
      places[i + 1] = node[1];
    }
  }

  /** The part of the picture that it covers. */
  PixelWindow part() {
    return part;
  }

  /** Least and greatest column, least and greatest row of the image among the nodes. */
  double[] bounds() {
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int i = 0; i < places.length; i++) {
      int at = i % 2 * 2;
      bounds[at] = places[i] < bounds[at] ? places[i] : bounds[at];
      bounds[at + 1] = places[i] > bounds[at + 1] ? places[i] : bounds[at + 1];
    }
    return bounds;
  }

  /** By how many columns and rows of the image a step of one pixel to the east leads. */
  double[] east() {
    int last = 2 * cols;
    int middle = rows / 2 * 2 * (cols + 1);
    return new double[] {
      (places[middle + last] - places[middle]) / part.width(),
      (places[middle + last + 1] - places[middle + 1]) / part.width()
    };
  }

  /** By how many columns and rows of the image a step of one pixel to the south leads. */
  double[] south() {
    int middle = cols / 2 * 2;
    int last = middle + rows * 2 * (cols + 1);
    return new double[] {
      (places[last] - places[middle]) / part.height(),
      (places[last + 1] - places[middle + 1]) / part.height()
    };
  }

  /**
   * The places of the centres of a row's pixels, one after the other: column, row.
   *
   * @param y row of the picture
   */
  void row(int y, double[] out) {
    double v = (y - part.y() + 0.5) * rows / part.height();
    int k = Math.min((int) v, rows - 1);
    double down = v - k;
    double scale = (double) cols / part.width();
    for (int x = 0; x < part.width(); x++) {
      double u = (x + 0.5) * scale;
      int c = Math.min((int) u, cols - 1);
      int upper = 2 * (k * (cols + 1) + c);
      out[2 * x] = mix(upper, u - c, down);
      out[2 * x + 1] = mix(upper + 1, u - c, down);
    }
  }

  private double mix(int upper, double along, double down) {
    int lower = upper + 2 * (cols + 1);
    double top = places[upper] + (places[upper + 2] - places[upper]) * along;
    double bottom = places[lower] + (places[lower + 2] - places[lower]) * along;
    return top + (bottom - top) * down;
  }
}
