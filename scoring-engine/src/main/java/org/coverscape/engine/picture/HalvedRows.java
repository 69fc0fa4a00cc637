package org.coverscape.engine.picture;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.coverscape.engine.raster.RowHalver;
import org.coverscape.engine.raster.RowSource;
import org.coverscape.engine.region.PixelWindow;

/** The rows of an image at half its size, read once from the top. Not thread-safe. */
final class HalvedRows implements RowSource {
  private final PixelLevel full;
  private final Preview preview;
  private final RightOfWay way;
  private final Runnable onProgress;
  private final RowHalver halver;
  private final int stripHeight;
  private final byte[] upper;
  private final byte[] lower;
  private byte[] strip = new byte[0];
  private int next;

  /**
   * The rows of an image.
   *
   * @param preview is filled on the way
   * @param way goes before each strip
   * @param onProgress is told when more of the image was read
   */
  HalvedRows(PixelLevel full, Preview preview, RightOfWay way, Runnable onProgress) {
    this.way = way;
    this.full = full;
    this.preview = preview;
    this.onProgress = onProgress;
    LevelShape shape = full.shape();
    halver = new RowHalver(shape.bands(), shape.noData());
    stripHeight = shape.unitHeight() * (1 + shape.unitHeight() % 2);
    upper = new byte[shape.width() * shape.bands()];
    lower = new byte[upper.length];
  }

  @Override
  public void row(int y, byte[] target) throws IOException {
    if (2 * y % stripHeight == 0) {
      readStrip(2 * y);
    }
    int at = 2 * y % stripHeight * upper.length;
    System.arraycopy(strip, at, upper, 0, upper.length);
    boolean last = 2 * y + 1 == full.shape().height();
    System.arraycopy(strip, last ? at : at + upper.length, lower, 0, lower.length);
    halver.halve(upper, lower, full.shape().width(), target);
    preview.add(y, target);
    next = y + 1;
  }

  private void readStrip(int y) throws IOException {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      way.giveWay();
      int height = Math.min(stripHeight, full.shape().height() - y);
      strip = full.load(new PixelWindow(0, y, full.shape().width(), height));
    } catch (InterruptedException e) {
      throw (IOException) new InterruptedIOException("Interrupted.").initCause(e);
    }
    onProgress.run();
  }

  /** Reads the rows that nobody asked for, for the sake of the small version alone. */
  void finish() throws IOException {
    LevelShape shape = full.shape();
    byte[] row = new byte[RowHalver.half(shape.width()) * shape.bands()];
    for (int y = next; y < RowHalver.half(shape.height()); y++) {
      if (2 * y % stripHeight != 0 && strip.length == 0) {
        readStrip(2 * y / stripHeight * stripHeight);
      }
      row(y, row);
    }
    preview.complete();
  }
}
