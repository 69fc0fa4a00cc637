package org.coverscape.engine.picture;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.region.PixelWindow;

/** A level that is stored in a file. What cannot be read of it is NoData, and told once a time. */
final class StoredLevel implements PixelLevel {
  private static final int UNIT = 256;
  private static final int STRIP_UNIT = 64;

  /** Hears how reading goes; from any thread. */
  interface Listener {
    /** Something could not be read, for a reason in one sentence. */
    void failed(String sentence);

    /** Something was read. */
    default void read() {}
  }

  private final ReaderPool pool;
  private final ReaderPool.Source file;
  private final int number;
  private final RasterLevel level;
  private final LevelShape shape;
  private final Listener listener;

  /**
   * A level of a file.
   *
   * @param number its number in the file
   * @param level its size and blocks there
   * @param shape its size as a level of the image
   * @param listener hears what cannot be read
   */
  StoredLevel(
      ReaderPool pool,
      ReaderPool.Source file,
      int number,
      RasterLevel level,
      LevelShape shape,
      Listener listener) {
    this.pool = pool;
    this.file = file;
    this.number = number;
    this.level = level;
    this.shape = shape;
    this.listener = listener;
  }

  /**
   * The shape of a stored level.
   *
   * @param across columns of the full resolution per column
   * @param down rows of the full resolution per row
   */
  static LevelShape shape(RasterLevel level, int bands, int noData, double across, double down) {
    boolean strips = level.blockWidth() >= level.width();
    return new LevelShape(
        level.width(),
        level.height(),
        bands,
        noData,
        across,
        down,
        upTo(UNIT, Math.min(level.blockWidth(), level.width())),
        upTo(strips ? STRIP_UNIT : UNIT, level.blockHeight()));
  }

  private static int upTo(int least, int block) {
    return (least + block - 1) / block * block;
  }

  @Override
  public LevelShape shape() {
    return shape;
  }

  @Override
  public byte[] load(PixelWindow window) throws InterruptedException {
    RasterReader reader;
    try {
      reader = pool.take(file);
    } catch (IOException e) {
      tell(e);
      return blank(window);
    }
    try {
      byte[] pixels = reader.read(number, window);
      listener.read();
      return pixels;
    } catch (IOException e) {
      return blockByBlock(reader, window);
    } finally {
      pool.giveBack(file, reader);
    }
  }

  /** Saves what can be saved of a window with a fault in it. */
  private byte[] blockByBlock(RasterReader reader, PixelWindow window) throws InterruptedException {
    byte[] pixels = blank(window);
    int width = level.blockWidth();
    int height = level.blockHeight();
    for (int y = window.y() / height * height; y < window.endY(); y += height) {
      for (int x = window.x() / width * width; x < window.endX(); x += width) {
        PixelWindow block = inside(new PixelWindow(x, y, width, height), window);
        try {
          copy(reader.read(number, block), block, pixels, window);
        } catch (IOException e) {
          tell(e);
        }
      }
    }
    return pixels;
  }

  private static PixelWindow inside(PixelWindow block, PixelWindow window) {
    int x = Math.max(block.x(), window.x());
    int y = Math.max(block.y(), window.y());
    return new PixelWindow(
        x, y, Math.min(block.endX(), window.endX()) - x, Math.min(block.endY(), window.endY()) - y);
  }

  private void copy(byte[] from, PixelWindow block, byte[] to, PixelWindow window) {
    int length = block.width() * shape.bands();
    for (int row = 0; row < block.height(); row++) {
      int at = (block.y() + row - window.y()) * window.width() + block.x() - window.x();
      System.arraycopy(from, row * length, to, at * shape.bands(), length);
    }
  }

  private byte[] blank(PixelWindow window) {
    byte[] pixels = new byte[window.width() * window.height() * shape.bands()];
    Arrays.fill(pixels, (byte) Math.max(0, shape.noData()));
    return pixels;
  }

  /** An interrupt while a file is opened shows as a fault of the file, and is none. */
  private void tell(IOException e) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    listener.failed(Optional.ofNullable(e.getMessage()).orElse("It cannot be read."));
  }
}
