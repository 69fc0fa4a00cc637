package org.coverscape.engine.picture;

import org.coverscape.engine.region.PixelWindow;

/** What becomes of an image's values on the screen, per band. Immutable. */
final class Tones {
  /** Share of the pixels that become black, and of those that become white. */
  private static final double TAIL = 0.02;

  /** Windows in each direction that stand for an image without a small version. */
  private static final int SAMPLES = 4;

  /** Pixels that are read whole. */
  private static final long FEW_PIXELS = 1 << 20;

  private final byte[][] tables;

  private Tones(byte[][] tables) {
    this.tables = tables;
  }

  /** Values as they are. */
  static Tones plain(int bands) {
    byte[][] tables = new byte[bands][];
    for (int band = 0; band < bands; band++) {
      tables[band] = table(0, 255);
    }
    return new Tones(tables);
  }

  /** Spreads the values of a level between their 2nd and 98th percentile; NoData has no say. */
  static Tones percentile(PixelLevel level, UnitStore units) throws InterruptedException {
    LevelShape shape = level.shape();
    long[][] counts = new long[shape.bands()][256];
    if (shape.pixels() <= FEW_PIXELS) {
      count(level, units, new PixelWindow(0, 0, shape.width(), shape.height()), counts);
    } else {
      int cols = (shape.width() - 1) / shape.unitWidth() + 1;
      int rows = (shape.height() - 1) / shape.unitHeight() + 1;
      int wanted = Math.min(cols, SAMPLES);
      for (int i = 0; i < wanted * SAMPLES; i++) {
        int col = (2 * (i % wanted) + 1) * cols / (2 * wanted);
        int row = (2 * (i / wanted) + 1) * rows / (2 * SAMPLES);
        count(level, units, shape.unit(col, row), counts);
      }
    }
    byte[][] tables = new byte[shape.bands()][];
    for (int band = 0; band < tables.length; band++) {
      tables[band] = table(percentile(counts[band], TAIL), percentile(counts[band], 1 - TAIL));
    }
    return new Tones(tables);
  }

  private static void count(PixelLevel level, UnitStore units, PixelWindow window, long[][] counts)
      throws InterruptedException {
    byte[] pixels = units.read(level, window);
    int bands = level.shape().bands();
    int noData = level.shape().noData();
    for (int at = 0; at < pixels.length; at += bands) {
      if (!Sampler.isNoData(pixels, at, noData)) {
        for (int band = 0; band < bands; band++) {
          counts[band][pixels[at + band] & 255]++;
        }
      }
    }
  }

  private static int percentile(long[] counts, double share) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    long below = 0;
    for (int value = 0; value < 256; value++) {
      below += counts[value];
      if (below > 0 && below >= share * all) {
        return value;
      }
    }
    return share < 0.5 ? 0 : 255;
  }

  private static byte[] table(int black, int white) {
    byte[] table = new byte[256];
    double scale = 255.0 / Math.max(1, white - black);
    for (int value = 0; value < 256; value++) {
      table[value] = (byte) Math.max(0, Math.min(255, Math.round((value - black) * scale)));
    }
    return table;
  }

  /** The tones of a band: 256 bytes, not to be changed. */
  byte[] of(int band) {
    return tables[band];
  }
}
