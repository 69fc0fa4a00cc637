package org.coverscape.engine.picture;

import org.coverscape.engine.region.PixelWindow;

/**
 * Takes colours out of a window of a level: interpolated linearly where a pixel of the screen is as
 * large as one of the level or up to four times smaller, from the nearest beyond that, and the mean
 * of several where it is larger. NoData has no say; a place is empty where half or more of it is
 * NoData. Not thread-safe.
 */
final class Sampler {
  /** Pixels of the screen per pixel of the level beyond which its pixels are shown as squares. */
  private static final double SQUARES = 4;

  private static final int MOST_TAPS = 8;

  private final byte[] pixels;
  private final PixelWindow window;
  private final int bands;
  private final int noData;
  private final int[] shown;
  private final double across;
  private final double down;
  private final int tapsEast;
  private final int tapsSouth;
  private final boolean nearest;
  private final double[] east;
  private final double[] south;

  private double red;
  private double green;
  private double blue;
  private double weight;

  /**
   * A sampler of a window.
   *
   * @param pixels the window's bytes
   * @param shown numbers of the bands to be taken
   * @param east columns and rows of the full image per pixel of the screen to the east
   * @param south the same to the south
   */
  Sampler(
      byte[] pixels,
      PixelWindow window,
      LevelShape shape,
      int[] shown,
      double[] east,
      double[] south) {
    this.pixels = pixels;
    this.window = window;
    this.bands = shape.bands();
    this.noData = shape.noData();
    this.shown = shown;
    this.across = shape.across();
    this.down = shape.down();
    this.east = new double[] {east[0] / across, east[1] / down};
    this.south = new double[] {south[0] / across, south[1] / down};
    double stepEast = Math.hypot(this.east[0], this.east[1]);
    double stepSouth = Math.hypot(this.south[0], this.south[1]);
    tapsEast = taps(stepEast);
    tapsSouth = taps(stepSouth);
    nearest = Math.max(stepEast, stepSouth) * SQUARES < 1;
  }

  private static int taps(double step) {
    return (int) Math.max(1, Math.min(MOST_TAPS, Math.rint(step)));
  }

  /** Whether a pixel is NoData, by its first three bands. */
  static boolean isNoData(byte[] pixels, int at, int noData) {
    return (pixels[at] & 255) == noData
        && (pixels[at + 1] & 255) == noData
        && (pixels[at + 2] & 255) == noData;
  }

  /**
   * The colour at a place.
   *
   * @param col column of the full image
   * @param row row of the full image
   * @return red, green and blue from the third byte down, or -1 where there is none
   */
  int colour(double col, double row) {
    red = 0;
    green = 0;
    blue = 0;
    weight = 0;
    double u = col / across;
    double v = row / down;
    int taps = tapsEast * tapsSouth;
    if (nearest) {
      add((int) Math.floor(u), (int) Math.floor(v), 1);
    } else if (taps == 1) {
      blend(u - 0.5, v - 0.5);
    } else {
      average(u, v);
    }
    return weight * 2 > (nearest || taps == 1 ? 1 : taps) ? packed() : -1;
  }

  private int packed() {
    int r = (int) (red / weight + 0.5);
    int g = (int) (green / weight + 0.5);
    int b = (int) (blue / weight + 0.5);
    return r << 16 | g << 8 | b;
  }

  private void blend(double u, double v) {
    int x = (int) Math.floor(u);
    int y = (int) Math.floor(v);
    double fx = u - x;
    double fy = v - y;
    add(x, y, (1 - fx) * (1 - fy));
    add(x + 1, y, fx * (1 - fy));
    add(x, y + 1, (1 - fx) * fy);
    add(x + 1, y + 1, fx * fy);
  }

  private void average(double u, double v) {
    for (int j = 0; j < tapsSouth; j++) {
      double alongSouth = (j + 0.5) / tapsSouth - 0.5;
      for (int i = 0; i < tapsEast; i++) {
        double alongEast = (i + 0.5) / tapsEast - 0.5;
        add(
            (int) Math.floor(u + alongEast * east[0] + alongSouth * south[0]),
            (int) Math.floor(v + alongEast * east[1] + alongSouth * south[1]),
            1);
      }
    }
  }

  /** Beyond the edge, the pixel at the edge counts. */
  private void add(int x, int y, double share) {
    int col = Math.max(0, Math.min(window.width() - 1, x - window.x()));
    int row = Math.max(0, Math.min(window.height() - 1, y - window.y()));
    int at = (row * window.width() + col) * bands;
    if (share > 0 && !isNoData(pixels, at, noData)) {
      red += share * (pixels[at + shown[0]] & 255);
      green += share * (pixels[at + shown[1]] & 255);
      blue += share * (pixels[at + shown[2]] & 255);
      weight += share;
    }
  }
}
