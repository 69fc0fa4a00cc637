package org.coverscape.engine.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes at which an image can be had, each smaller than the one before: what is stored, and
 * halves of it where the next size is far away. Immutable.
 *
 * @param levels at least one
 */
record LevelChain(List<PixelLevel> levels) {
  /** The next size is far away beyond this. */
  private static final double GAP = 3;

  private static final int SMALLEST = 16;

  /** Pixels whose averages can be waited for. */
  private static final long FEW_PIXELS = 4_000_000;

  /** How much smaller than anything stored a part of a large image may be wanted. */
  private static final double NEAR = 2.5;

  /** Columns of a unit beyond which most of what is unpacked for a picture lies beside it. */
  private static final int WIDE = 2048;

  /** Fills the gaps between stored levels. */
  static LevelChain of(List<PixelLevel> stored, UnitStore units) {
    List<PixelLevel> all = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      double following =
          i + 1 < stored.size() ? stored.get(i + 1).shape().reduction() : Double.POSITIVE_INFINITY;
      PixelLevel level = stored.get(i);
      all.add(level);
      while (following / level.shape().reduction() > GAP && size(level) > SMALLEST) {
        level = new HalvedLevel(level, units);
        all.add(level);
      }
    }
    return new LevelChain(List.copyOf(all));
  }

  private static int size(PixelLevel level) {
    return Math.max(level.shape().width(), level.shape().height());
  }

  /** The full resolution. */
  PixelLevel full() {
    return levels.get(0);
  }

  /** The smallest level whose pixels are no larger than those of the screen. */
  PixelLevel at(double step) {
    PixelLevel best = full();
    for (PixelLevel level : levels) {
      if (level.shape().reduction() <= step * 1.001) {
        best = level;
      }
    }
    return best;
  }

  /** Whether a level is averaged from so many pixels that a stored one would serve better. */
  static boolean isCostly(PixelLevel level) {
    return level instanceof HalvedLevel halved && halved.base().shape().pixels() > FEW_PIXELS;
  }

  /** Whether it is averaged from more pixels than a picture can wait for. */
  static boolean isTooCostly(PixelLevel level) {
    if (!(level instanceof HalvedLevel halved) || !isCostly(level)) {
      return false;
    }
    LevelShape base = halved.base().shape();
    return base.unitWidth() > WIDE || level.shape().reduction() > NEAR * base.reduction();
  }
}
