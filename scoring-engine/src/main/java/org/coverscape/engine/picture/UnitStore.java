package org.coverscape.engine.picture;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.concurrent.ExecutionException;
import org.coverscape.engine.region.PixelWindow;

/**
 * Unpacked pixels, up to a number of bytes; those that were not used for longest go first.
 * Thread-safe; what several threads want at once is unpacked by one of them.
 */
final class UnitStore {
  private record Key(PixelLevel level, int col, int row) {}

  private final Cache<Key, byte[]> units;

  /** Keeps that many bytes. */
  UnitStore(long capacity) {
    units =
        CacheBuilder.newBuilder()
            .maximumWeight(capacity)
            .concurrencyLevel(1)
            .weigher((Key key, byte[] bytes) -> bytes.length + 64)
            .build();
  }

  /**
   * The pixels of a window that lies inside a level.
   *
   * @return width × height × bands bytes, interleaved by pixel
   */
  byte[] read(PixelLevel level, PixelWindow window) throws InterruptedException {
    if (!level.isSettled()) {
      return level.load(window);
    }
    LevelShape shape = level.shape();
    byte[] pixels = new byte[Math.multiplyExact(window.width() * window.height(), shape.bands())];
    int lastCol = (window.endX() - 1) / shape.unitWidth();
    int lastRow = (window.endY() - 1) / shape.unitHeight();
    for (int row = window.y() / shape.unitHeight(); row <= lastRow; row++) {
      for (int col = window.x() / shape.unitWidth(); col <= lastCol; col++) {
        copy(unit(level, col, row), shape.unit(col, row), pixels, window, shape.bands());
      }
    }
    return pixels;
  }

  private static void copy(
      byte[] from, PixelWindow unit, byte[] to, PixelWindow window, int bands) {
    int left = Math.max(unit.x(), window.x());
    int length = (Math.min(unit.endX(), window.endX()) - left) * bands;
    int end = Math.min(unit.endY(), window.endY());
    for (int y = Math.max(unit.y(), window.y()); y < end; y++) {
      System.arraycopy(
          from,
          ((y - unit.y()) * unit.width() + left - unit.x()) * bands,
          to,
          ((y - window.y()) * window.width() + left - window.x()) * bands,
          length);
    }
  }

  private byte[] unit(PixelLevel level, int col, int row) throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try {
        return units.get(new Key(level, col, row), () -> level.load(level.shape().unit(col, row)));
      } catch (ExecutionException e) {
        // another thread that unpacked it for both was interrupted; this one tries for itself
        if (!(e.getCause() instanceof InterruptedException)) {
          throw new IllegalStateException(e.getCause());
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  /** Lets go of a level. */
  void forget(PixelLevel level) {
    units.asMap().keySet().removeIf(key -> key.level().equals(level));
  }

  /** Lets go of everything. */
  void clear() {
    units.invalidateAll();
  }
}
