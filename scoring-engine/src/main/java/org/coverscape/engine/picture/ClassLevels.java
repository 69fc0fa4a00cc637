package org.coverscape.engine.picture;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The sizes at which a raster of classes can be had: those of its file, and for a large one without
 * overviews a thumbnail, which is made once it is looked at from far away. Thread-safe.
 */
final class ClassLevels implements PyramidQueue.Work {
  /** Pixels that are read whole. */
  private static final long FEW_PIXELS = 4_000_000;

  /** Pixels of a level per pixel of the screen, one way, that a picture can wait for. */
  private static final double NEAR = 8;

  private final List<PixelLevel> stored;
  private final PyramidQueue queue;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile @Nullable ClassThumbnail thumbnail;

  /** The levels of a file, the full one first. */
  ClassLevels(List<PixelLevel> stored, PyramidQueue queue) {
    this.stored = List.copyOf(stored);
    this.queue = queue;
  }

  /** The full resolution. */
  PixelLevel full() {
    return stored.get(0);
  }

  /**
   * The level that is shown.
   *
   * @param step full pixels of the raster per pixel of the screen
   */
  PixelLevel at(double step) {
    PixelLevel best = full();
    for (PixelLevel level : stored) {
      if (level.shape().reduction() <= step * 1.001) {
        best = level;
      }
    }
    LevelShape shape = best.shape();
    if (shape.pixels() <= FEW_PIXELS || step <= NEAR * shape.reduction()) {
      return best;
    }
    ClassThumbnail small = thumbnail;
    if (small == null) {
      small = new ClassThumbnail(best);
      if (asked.compareAndSet(false, true)) {
        thumbnail = small;
        queue.request(this);
      }
    }
    return small;
  }

  @Override
  public void build(Runnable onProgress) throws InterruptedException {
    ClassThumbnail small = thumbnail;
    if (small != null) {
      small.fill(onProgress);
    }
  }
}
