package org.coverscape.engine.picture;

import java.util.Arrays;
import org.coverscape.engine.region.PixelWindow;

/**
 * A small version of a large raster of classes: one pixel of each square of so many. It fills from
 * the top while the raster is read; what is not yet read is NoData. Thread-safe.
 */
final class ClassThumbnail implements PixelLevel {
  /** Columns or rows at most. */
  private static final int LARGEST = 2048;

  private static final int UNIT = 256;

  private final PixelLevel full;
  private final int factor;
  private final LevelShape shape;
  private final byte[] codes;
  private volatile boolean complete;

  /** An empty version of a raster. */
  ClassThumbnail(PixelLevel full) {
    this.full = full;
    LevelShape from = full.shape();
    factor = (Math.max(from.width(), from.height()) - 1) / LARGEST + 1;
    shape =
        new LevelShape(
            (from.width() - 1) / factor + 1,
            (from.height() - 1) / factor + 1,
            1,
            from.noData(),
            from.across() * factor,
            from.down() * factor,
            UNIT,
            UNIT);
    codes = new byte[shape.width() * shape.height()];
    Arrays.fill(codes, (byte) Math.max(0, shape.noData()));
  }

  /**
   * Reads the raster.
   *
   * @param onProgress is told when more of it was read
   */
  void fill(Runnable onProgress) throws InterruptedException {
    LevelShape from = full.shape();
    for (int y = 0; y < from.height(); y += from.unitHeight()) {
      for (int x = 0; x < from.width(); x += from.unitWidth()) {
        fill(from.unit(x / from.unitWidth(), y / from.unitHeight()));
      }
      onProgress.run();
    }
    complete = true;
  }

  /** The middle of each square of pixels stands for it. */
  private int middle(int index, int size) {
    return Math.min(size - 1, index * factor + factor / 2);
  }

  /** The first place of a thumbnail whose middle is not before a pixel. */
  private int place(int pixel, int size) {
    int place = Math.max(0, pixel / factor - 1);
    while (place < (size - 1) / factor + 1 && middle(place, size) < pixel) {
      place++;
    }
    return place;
  }

  private void fill(PixelWindow unit) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    LevelShape from = full.shape();
    int top = place(unit.y(), from.height());
    int bottom = place(unit.endY(), from.height());
    int left = place(unit.x(), from.width());
    int right = place(unit.endX(), from.width());
    if (top == bottom || left == right) {
      return;
    }
    int first = middle(top, from.height());
    int rows = middle(bottom - 1, from.height()) - first + 1;
    byte[] read = full.load(new PixelWindow(unit.x(), first, unit.width(), rows));
    synchronized (this) {
      for (int y = top; y < bottom; y++) {
        int line = (middle(y, from.height()) - first) * unit.width() - unit.x();
        for (int x = left; x < right; x++) {
          codes[y * shape.width() + x] = read[line + middle(x, from.width())];
        }
      }
    }
  }

  @Override
  public LevelShape shape() {
    return shape;
  }

  @Override
  public boolean isSettled() {
    return complete;
  }

  @Override
  public synchronized byte[] load(PixelWindow window) {
    byte[] part = new byte[window.width() * window.height()];
    for (int y = 0; y < window.height(); y++) {
      int from = (window.y() + y) * shape.width() + window.x();
      System.arraycopy(codes, from, part, y * window.width(), window.width());
    }
    return part;
  }
}
