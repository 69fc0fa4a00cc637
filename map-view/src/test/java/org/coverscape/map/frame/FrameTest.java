package org.coverscape.map.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.map.Viewport;
import org.junit.jupiter.api.Test;

class FrameTest {
  private final Viewport view = new Viewport(-12_738_000.3, 3_845_000.7, 2.5, 801, 601);

  @Test
  void isLargerThanTheViewOnAllSides() {
    Frame frame = Frame.around(view, 2);
    assertTrue(frame.box().contains(view.box().grown(1.2)));
    assertEquals(1.25, frame.metresPerPixel());
    assertEquals(2003, frame.width());
  }

  @Test
  void pixelsAndMapAreInverse() {
    Frame frame = Frame.around(view, 1);
    assertEquals(17.25, frame.x(frame.mapX(17.25)), 1e-6);
    assertEquals(99.5, frame.y(frame.mapY(99.5)), 1e-6);
    assertTrue(frame.mapY(0) > frame.mapY(10), "north is up");
  }

  @Test
  void servesUntilTheSpareEdgeIsNearlyUsedUp() {
    Frame frame = Frame.around(view, 1);
    assertTrue(frame.serves(view, 1));
    assertTrue(frame.serves(view.panned(60, -50), 1));
    assertFalse(frame.serves(view.panned(90, 0), 1));
    assertFalse(frame.serves(view.zoomed(1.01, 0, 0), 1));
    assertFalse(frame.serves(view, 2));
    assertFalse(frame.serves(view.resized(900, 601), 1));
  }

  @Test
  void isNeverLargerThanATexture() {
    Frame frame = Frame.around(new Viewport(0, 0, 1, 3840, 2160), 2);
    assertTrue(frame.width() <= 4097 && frame.height() <= 4097);
    assertTrue(frame.box().contains(new Viewport(0, 0, 1, 3840, 2160).box()));
    assertTrue(frame.serves(new Viewport(0, 0, 1, 3840, 2160), 2));
  }
}
