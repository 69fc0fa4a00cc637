package org.coverscape.engine.picture;

import java.io.IOException;
import java.util.List;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.region.PixelWindow;

/**
 * Reads near-infrared, red and green as if they were red, green and blue; an image without a fourth
 * band as it is. NoData stays where it is in red, green and blue. Not thread-safe.
 */
final class InfraredReader implements RasterReader {
  private final RasterReader reader;
  private final int noData;

  /**
   * Reads an image in infrared.
   *
   * @param noData the value that marks NoData in red, green and blue; -1 for none
   */
  InfraredReader(RasterReader reader, int noData) {
    this.reader = reader;
    this.noData = noData;
  }

  @Override
  public byte[] readRgb(PixelWindow window) throws IOException {
    if (reader.bands() < 4) {
      return reader.readRgb(window);
    }
    byte[] all = reader.read(0, window);
    byte[] shown = new byte[all.length / 4 * 3];
    for (int from = 0, to = 0; from < all.length; from += 4, to += 3) {
      boolean empty = Sampler.isNoData(all, from, noData);
      shown[to] = empty ? (byte) noData : all[from + 3];
      shown[to + 1] = all[from];
      shown[to + 2] = all[from + 1];
      if (!empty && Sampler.isNoData(shown, to, noData)) {
        // it would be taken for NoData; one grey level beside is not
        shown[to] ^= 1;
      }
    }
    return shown;
  }

  @Override
  public int width() {
    return reader.width();
  }

  @Override
  public int height() {
    return reader.height();
  }

  @Override
  public int blockWidth() {
    return reader.blockWidth();
  }

  @Override
  public int blockHeight() {
    return reader.blockHeight();
  }

  @Override
  public int bands() {
    return reader.bands();
  }

  @Override
  public List<RasterLevel> levels() {
    return reader.levels();
  }

  @Override
  public byte[] read(int level, PixelWindow window) throws IOException {
    return reader.read(level, window);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
