package org.coverscape.engine.imagery;

/**
 * Where a {@link TestTiff} lies on the ground, in the tags and keys of GeoTIFF (OGC 19-008r4); a
 * fresh one has pixels of 1 m in UTM zone 11.
 */
final class TestGeoreference {
  private int epsg = 26911;
  private boolean geographic;
  private boolean point;
  private double[] matrix = {};
  private double[] scale = {1, 1, 0};
  private double[] tie = {0, 0, 0, 500_000, 4_000_000, 0};

  /** Its north-western corner and the size of its pixels. */
  void at(double west, double north, double pixelWidth, double pixelHeight) {
    scale = new double[] {pixelWidth, pixelHeight, 0};
    tie = new double[] {0, 0, 0, west, north, 0};
  }

  void epsg(int code, boolean isGeographic) {
    epsg = code;
    geographic = isGeographic;
  }

  /** Neither corner nor coordinate system. */
  void none() {
    epsg = 0;
    scale = new double[0];
  }

  /** A place in no coordinate system. */
  void withoutKeys() {
    epsg = 0;
  }

  /** An affine transform from pixels to the ground, which takes the place of corner and size. */
  void matrix(double a, double b, double x0, double d, double e, double y0) {
    matrix = new double[] {a, b, 0, x0, d, e, 0, y0, 0, 0, 0, 0, 0, 0, 0, 1};
  }

  /** Places are those of pixels' centres, not of their corners. */
  void pixelIsPoint() {
    point = true;
  }

  void write(TestDirectory fields) {
    if (matrix.length > 0) {
      fields.doubles(34264, matrix);
    } else if (scale.length > 0) {
      fields.doubles(33550, scale);
      fields.doubles(33922, tie);
    }
    if (epsg != 0) {
      fields.shorts(34735, keys());
    }
  }

  private int[] keys() {
    return new int[] {
      1,
      1,
      0,
      3,
      1024,
      0,
      1,
      geographic ? 2 : 1,
      1025,
      0,
      1,
      point ? 2 : 1,
      geographic ? 2048 : 3072,
      0,
      1,
      epsg
    };
  }
}
