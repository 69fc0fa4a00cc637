package org.coverscape.engine.sample;

/**
 * Takes an image of a {@link Landscape} as a camera would: a little blurred by the lens, a little
 * noisy, and empty along one edge where warping left a wedge. Rows are asked for in order. Not
 * thread-safe.
 */
final class SyntheticCamera {
  private static final int BANDS = 4;
  private static final float SIDE = 0.17f;
  private static final double WEDGE_WIDTH = 190;
  private static final double WEDGE_LENGTH = 1500;
  private static final double NOISE = 3;
  private static final int BLUE = 2;

  /** Light that the air itself scatters into the blue band. */
  private static final double HAZE = 12;

  private final Landscape landscape;
  private final int seed;
  private final int width;
  private final int height;
  private final Tint tint = new Tint();
  private final float[][] rows;
  private int painted;

  SyntheticCamera(Landscape landscape, int seed, int width, int height) {
    this.landscape = landscape;
    this.seed = seed;
    this.width = width;
    this.height = height;
    this.rows = new float[3][width * BANDS];
  }

  /** Fills the next row, interleaved by pixel. */
  void expose(int y, byte[] target) {
    while (painted <= Math.min(y + 1, height - 1)) {
      paint(painted, rows[painted % 3]);
      painted++;
    }
    float[] above = rows[Math.max(0, y - 1) % 3];
    float[] here = rows[y % 3];
    float[] below = rows[Math.min(height - 1, y + 1) % 3];
    for (int x = 0; x < width; x++) {
      boolean empty = isEmpty(x, y);
      int grain = Hash.bits(seed, x, y);
      for (int band = 0; band < BANDS; band++) {
        int at = x * BANDS + band;
        double light = (1 - 2 * SIDE) * here[at] + SIDE * (above[at] + below[at]);
        if (band == BLUE) {
          light = HAZE + (1 - HAZE / 200) * light;
        }
        double noisy = light + NOISE * (Hash.part(grain, band) - 0.5);
        target[at] = (byte) (empty ? 0 : Math.max(1, Math.min(255, Math.round(noisy))));
      }
    }
  }

  /** Whether a pixel lies in the wedge at the upper left that has no image. */
  static boolean isEmpty(int x, int y) {
    return x < WEDGE_WIDTH * (1 - y / WEDGE_LENGTH);
  }

  private void paint(int y, float[] row) {
    for (int x = 0; x < width; x++) {
      landscape.paint(x + 0.5, y + 0.5, tint);
      row[x * BANDS] = (float) tint.red;
      row[x * BANDS + 1] = (float) tint.green;
      row[x * BANDS + 2] = (float) tint.blue;
      row[x * BANDS + 3] = (float) tint.nir;
    }
    blur(row);
  }

  /** Blurs along the row, in place. */
  private void blur(float[] row) {
    for (int band = 0; band < BANDS; band++) {
      float before = row[band];
      for (int at = band; at < row.length; at += BANDS) {
        float here = row[at];
        float after = at + BANDS < row.length ? row[at + BANDS] : here;
        row[at] = (1 - 2 * SIDE) * here + SIDE * (before + after);
        before = here;
      }
    }
  }
}
