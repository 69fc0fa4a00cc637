package org.coverscape.engine.raster;

import java.util.zip.Deflater;

/**
 * Compresses tiles as TIFF's "Adobe deflate" (8) does: zlib streams, after horizontal differencing
 * (predictor 2) where that is asked for. Not thread-safe.
 */
final class TileDeflater implements AutoCloseable {
  private final Deflater deflater;
  private final int bands;
  private final int tileSize;
  private final boolean predict;
  private byte[] compressed;

  /** Compresses square tiles. */
  TileDeflater(int tileSize, int bands, boolean predict) {
    this.deflater = new Deflater(predict ? Deflater.BEST_SPEED : 6);
    if (predict) {
      // differences of imagery hold no strings worth a search: a third of the time, and smaller
      deflater.setStrategy(Deflater.HUFFMAN_ONLY);
    }
    this.bands = bands;
    this.tileSize = tileSize;
    this.predict = predict;
    this.compressed = new byte[tileSize * tileSize * bands + 1024];
  }

  /** Compresses a tile, which it changes; the result lies in {@link #bytes}. */
  int compress(byte[] tile) {
    if (predict) {
      difference(tile);
    }
    deflater.reset();
    deflater.setInput(tile);
    deflater.finish();
    int count = 0;
    while (!deflater.finished()) {
      if (count == compressed.length) {
        compressed = java.util.Arrays.copyOf(compressed, count * 2);
      }
      count += deflater.deflate(compressed, count, compressed.length - count);
    }
    return count;
  }

  /** The buffer of the last result. */
  byte[] bytes() {
    return compressed;
  }

  private void difference(byte[] tile) {
    int stride = tileSize * bands;
    for (int start = 0; start < tile.length; start += stride) {
      for (int i = start + stride - 1; i >= start + bands; i--) {
        tile[i] -= tile[i - bands];
      }
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
