package org.coverscape.benchmarks.step;

import java.util.List;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.region.PixelWindow;

/** An image whose every block is the same and lies in memory. */
final class MemoryReader implements RasterReader {
  private static final int BLOCK = 512;

  private final int size;
  private final byte[] block = SyntheticGround.pixels(BLOCK, BLOCK, 3);

  /** A square image. */
  MemoryReader(int size) {
    this.size = size;
  }

  @Override
  public int width() {
    return size;
  }

  @Override
  public int height() {
    return size;
  }

  @Override
  public int blockWidth() {
    return BLOCK;
  }

  @Override
  public int blockHeight() {
    return BLOCK;
  }

  @Override
  public byte[] readRgb(PixelWindow window) {
    byte[] rgb = new byte[window.width() * window.height() * 3];
    readRgb(window, rgb);
    return rgb;
  }

  @Override
  public void readRgb(PixelWindow window, byte[] target) {
    System.arraycopy(block, 0, target, 0, window.width() * window.height() * 3);
  }

  @Override
  public int bands() {
    return 3;
  }

  @Override
  public List<RasterLevel> levels() {
    return List.of(new RasterLevel(size, size, BLOCK, BLOCK));
  }

  @Override
  public byte[] read(int level, PixelWindow window) {
    return readRgb(window);
  }

  @Override
  public void close() {}
}
