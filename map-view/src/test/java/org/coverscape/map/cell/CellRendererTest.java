package org.coverscape.map.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.map.Viewport;
import org.coverscape.map.frame.Frame;
import org.coverscape.map.frame.Painted;
import org.junit.jupiter.api.Test;

class CellRendererTest {
  private static final int OPAQUE = 0xff204060;
  private final CellRenderer renderer = new CellRenderer();

  /** Square cells of some metres, not turned. */
  private static CellGrid squares(double metres) {
    return (xy, count) -> {
      for (int i = 0; i < 2 * count; i++) {
        xy[i] /= metres;
      }
    };
  }

  /** A projection that bends. */
  private static void bent(double[] xy, int count) {
    for (int i = 0; i < count; i++) {
      double x = xy[2 * i];
      double y = xy[2 * i + 1];
      xy[2 * i] = x / 10 + 3e-6 * y * y;
      xy[2 * i + 1] = y / 10 - 2e-6 * x * x;
    }
  }

  @Test
  void eachPixelHasTheColourOfTheCellUnderItsMiddle() {
    Frame frame = Frame.around(new Viewport(1_234, -777, 1, 300, 200), 1);
    int[] out = new int[frame.width() * frame.height()];
    CellLooks looks = (row, col) -> 0xff000000 | (row & 0xff) << 8 | col & 0xff;
    assertSame(Painted.STILL, renderer.paint(CellRendererTest::bent, looks, frame, 0, out));
    int off = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        double[] exact = {frame.mapX(x + 0.5), frame.mapY(y + 0.5)};
        bent(exact, 1);
        int expected = looks.argb((int) Math.floor(exact[1]), (int) Math.floor(exact[0]));
        off += expected == out[y * frame.width() + x] ? 0 : 1;
      }
    }
    assertTrue(off < out.length / 500, "only pixels on an edge may be taken for a neighbour's");
  }

  @Test
  void theGridIsAskedOncePerFrame() {
    AtomicInteger asked = new AtomicInteger();
    CellGrid grid = (xy, count) -> asked.incrementAndGet();
    Frame frame = Frame.around(new Viewport(0, 0, 1, 100, 100), 1);
    int[] out = new int[frame.width() * frame.height()];
    for (int i = 0; i < 3; i++) {
      renderer.paint(grid, (row, col) -> OPAQUE, frame, 0, out);
    }
    assertEquals(1, asked.get());
  }

  @Test
  void nothingIsBlank() {
    Frame frame = Frame.around(new Viewport(0, 0, 1, 100, 100), 1);
    int[] out = new int[frame.width() * frame.height()];
    assertSame(Painted.BLANK, renderer.paint(squares(10), (row, col) -> 0x00ffffff, frame, 0, out));
    assertEquals(0, Arrays.stream(out).filter(pixel -> pixel != 0).count());
  }

  @Test
  void groundOutsideTheProjectionStaysEmpty() {
    CellGrid half =
        (xy, count) -> {
          for (int i = 0; i < count; i++) {
            xy[2 * i] = xy[2 * i] < 0 ? Double.NaN : xy[2 * i];
          }
        };
    Frame frame = Frame.around(new Viewport(0, 0, 1, 100, 100), 1);
    int[] out = new int[frame.width() * frame.height()];
    renderer.paint(half, (row, col) -> OPAQUE, frame, 0, out);
    assertEquals(0, out[0]);
    assertEquals(OPAQUE, out[frame.width() - 1]);
  }

  @Test
  void aNewCellFadesIn() {
    long born = 1_000_000_000L;
    assertEquals(0, alphaAt(born, born, Painted.MOVING));
    assertEquals(128, alphaAt(born, born + CellRenderer.FADE_NANOS / 2, Painted.MOVING), 1);
    assertEquals(255, alphaAt(born, born + CellRenderer.FADE_NANOS, Painted.STILL));
    assertEquals(255, alphaAt(0, born, Painted.STILL), "it was always there");
  }

  private int alphaAt(long born, long now, Painted expected) {
    CellLooks looks =
        new CellLooks() {
          @Override
          public int argb(int row, int col) {
            return OPAQUE;
          }

          @Override
          public long bornNanos(int row, int col) {
            return born;
          }
        };
    Frame frame = Frame.around(new Viewport(0, 0, 1, 64, 64), 1);
    int[] out = new int[frame.width() * frame.height()];
    assertSame(expected, renderer.paint(squares(10), looks, frame, now, out));
    return out[out.length / 2] >>> 24;
  }

  @Test
  void patternsAreAsFineAtEveryZoomAndMoveWithTheGround() {
    for (CellPattern pattern : new CellPattern[] {CellPattern.HATCH, CellPattern.DOTS}) {
      double near = inkShare(pattern, new Viewport(0, 0, 0.5, 200, 200));
      double far = inkShare(pattern, new Viewport(0, 0, 64, 200, 200));
      assertEquals(near, far, 0.02);
      assertTrue(near > 0.02 && near < 0.4, pattern + " covers " + near);
    }
    Viewport view = new Viewport(0, 0, 1, 200, 200);
    Frame before = Frame.around(view, 1);
    Frame after = Frame.around(view.panned(-30, -40), 1);
    int[] a = painted(CellPattern.HATCH, before);
    int[] b = painted(CellPattern.HATCH, after);
    assertEquals(a[100 * before.width() + 90], b[60 * before.width() + 60]);
    assertEquals(a[101 * before.width() + 95], b[61 * before.width() + 65]);
  }

  private double inkShare(CellPattern pattern, Viewport view) {
    int[] out = painted(pattern, Frame.around(view, 1));
    return Arrays.stream(out).filter(pixel -> pixel == OPAQUE).count() / (double) out.length;
  }

  private int[] painted(CellPattern pattern, Frame frame) {
    CellLooks looks =
        new CellLooks() {
          @Override
          public int argb(int row, int col) {
            return OPAQUE;
          }

          @Override
          public CellPattern pattern(int row, int col) {
            return pattern;
          }
        };
    int[] out = new int[frame.width() * frame.height()];
    renderer.paint(squares(1e9), looks, frame, 0, out);
    return out;
  }

  @Test
  void onlyLargeCellsAreOutlined() {
    assertEquals(0, differing(squares(20)));
    assertTrue(differing(squares(30)) > 100);
  }

  private long differing(CellGrid grid) {
    Frame frame = Frame.around(new Viewport(0, 0, 1, 200, 200), 1);
    int[] out = new int[frame.width() * frame.height()];
    renderer.paint(grid, (row, col) -> OPAQUE, frame, 0, out);
    return Arrays.stream(out).filter(pixel -> pixel != OPAQUE).count();
  }
}
