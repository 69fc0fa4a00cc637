package org.coverscape.engine.picture;

import org.coverscape.engine.raster.RowHalver;
import org.coverscape.engine.region.PixelWindow;

/** A level that is nowhere stored: half the size of a finer one, averaged when it is asked for. */
final class HalvedLevel implements PixelLevel {
  private static final int UNIT = 256;

  private final PixelLevel finer;
  private final UnitStore units;
  private final LevelShape shape;

  /** Half of a level, which is read by way of the store. */
  HalvedLevel(PixelLevel finer, UnitStore units) {
    this.finer = finer;
    this.units = units;
    LevelShape from = finer.shape();
    shape =
        new LevelShape(
            RowHalver.half(from.width()),
            RowHalver.half(from.height()),
            from.bands(),
            from.noData(),
            2 * from.across(),
            2 * from.down(),
            UNIT,
            UNIT);
  }

  @Override
  public LevelShape shape() {
    return shape;
  }

  /** The stored level that it is made of. */
  PixelLevel base() {
    return finer instanceof HalvedLevel halved ? halved.base() : finer;
  }

  @Override
  public byte[] load(PixelWindow window) throws InterruptedException {
    LevelShape from = finer.shape();
    int x = 2 * window.x();
    int y = 2 * window.y();
    int width = Math.min(2 * window.width(), from.width() - x);
    int height = Math.min(2 * window.height(), from.height() - y);
    byte[] source = units.read(finer, new PixelWindow(x, y, width, height));
    int stride = width * from.bands();
    int halfStride = window.width() * from.bands();
    RowHalver halver = new RowHalver(from.bands(), from.noData());
    byte[] upper = new byte[stride];
    byte[] lower = new byte[stride];
    byte[] half = new byte[halfStride];
    byte[] target = new byte[halfStride * window.height()];
    for (int row = 0; row < window.height(); row++) {
      System.arraycopy(source, 2 * row * stride, upper, 0, stride);
      System.arraycopy(source, Math.min(2 * row + 1, height - 1) * stride, lower, 0, stride);
      halver.halve(upper, lower, width, half);
      System.arraycopy(half, 0, target, row * halfStride, halfStride);
    }
    return target;
  }
}
