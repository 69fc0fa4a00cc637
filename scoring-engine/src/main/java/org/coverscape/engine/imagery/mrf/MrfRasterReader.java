package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.util.List;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.region.PixelWindow;

/** Reads pixels of an MRF of three or four bands of 8 bits. Not thread-safe. */
final class MrfRasterReader implements RasterReader {
  private final MrfFile file;
  private final ByteSource headerBytes;

  /** Takes both over: closing this closes them. */
  MrfRasterReader(MrfFile file, ByteSource headerBytes) {
    this.file = file;
    this.headerBytes = headerBytes;
  }

  @Override
  public int width() {
    return file.header().width();
  }

  @Override
  public int height() {
    return file.header().height();
  }

  @Override
  public int blockWidth() {
    return file.header().pageWidth();
  }

  @Override
  public int blockHeight() {
    return file.header().pageHeight();
  }

  @Override
  public void readRgb(PixelWindow window, byte[] target) throws IOException {
    file.read(0, window, 3, target);
  }

  @Override
  public byte[] readRgb(PixelWindow window) throws IOException {
    return read(0, window, 3);
  }

  @Override
  public void expect(List<PixelWindow> windows) throws IOException {
    file.expect(windows, 3);
  }

  @Override
  public int bands() {
    return file.header().bands();
  }

  @Override
  public List<RasterLevel> levels() {
    return file.levels();
  }

  @Override
  public byte[] read(int level, PixelWindow window) throws IOException {
    return read(level, window, bands());
  }

  private byte[] read(int level, PixelWindow window, int bands) throws IOException {
    int size = Math.multiplyExact(Math.multiplyExact(window.width(), window.height()), bands);
    byte[] pixels = new byte[size];
    file.read(level, window, bands, pixels);
    return pixels;
  }

  @Override
  public void close() throws IOException {
    headerBytes.close();
    file.close();
  }
}
