package org.coverscape.engine.raster;

/**
 * Makes one row of an overview out of two rows of the level below it.
 *
 * <p>Colours are averaged over the pixels that are not NoData; values of a palette cannot be
 * averaged, so the upper left one is taken.
 */
public final class RowHalver {
  private final int bands;
  private final int noData;
  private final boolean nearest;

  /** For the rasters of a specification. */
  RowHalver(GeoTiffSpec spec) {
    this(spec.bands(), spec.noData().orElse(-1), spec.palette().isPresent());
  }

  /**
   * For rasters of colours.
   *
   * @param bands bytes per pixel
   * @param noData a pixel is NoData when its first three bands all have this value; -1 for none
   */
  public RowHalver(int bands, int noData) {
    this(bands, noData, false);
  }

  private RowHalver(int bands, int noData, boolean nearest) {
    this.bands = bands;
    this.noData = noData;
    this.nearest = nearest;
  }

  /** The width, or height, of the next overview. */
  public static int half(int size) {
    return (size + 1) / 2;
  }

  /** Halves two rows of some pixels; the second may be the first, at an odd lower edge. */
  public void halve(byte[] upper, byte[] lower, int width, byte[] target) {
    for (int x = 0; x < half(width); x++) {
      int left = 2 * x * bands;
      int right = Math.min(2 * x + 1, width - 1) * bands;
      if (nearest) {
        target[x] = upper[left];
      } else {
        average(upper, lower, left, right, target, x * bands);
      }
    }
  }

  private void average(byte[] upper, byte[] lower, int left, int right, byte[] target, int at) {
    int a = weight(upper, left);
    int b = weight(upper, right);
    int c = weight(lower, left);
    int d = weight(lower, right);
    int count = a + b + c + d;
    for (int band = 0; band < bands; band++) {
      int sum =
          a * (upper[left + band] & 0xFF)
              + b * (upper[right + band] & 0xFF)
              + c * (lower[left + band] & 0xFF)
              + d * (lower[right + band] & 0xFF);
      target[at + band] = (byte) (count == 0 ? noData : (sum + count / 2) / count);
    }
  }

  /** 0 for NoData, which is where the colours all are; a fourth band has no say. */
  private int weight(byte[] row, int at) {
    for (int band = 0; band < Math.min(3, bands); band++) {
      if ((row[at + band] & 0xFF) != noData) {
        return 1;
      }
    }
    return 0;
  }
}
