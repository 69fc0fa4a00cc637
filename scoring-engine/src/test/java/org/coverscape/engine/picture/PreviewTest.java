package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private static final LevelShape FULL = new LevelShape(3000, 1500, 3, 0, 1, 1, 256, 256);

  private final UnitStore units = new UnitStore(1 << 20);
  private final Preview preview = new Preview(FULL);

  private byte[] row(int y) throws InterruptedException {
    return units.read(preview, new PixelWindow(100, y, 1, 1));
  }

  @Test
  void fillsFromTheTopWhileItIsLookedAt() throws Exception {
    assertEquals(375, preview.shape().width());
    assertEquals(188, preview.shape().height());
    assertEquals(8, preview.shape().reduction());
    assertArrayEquals(new byte[3], row(0));
    byte[] half = new byte[1500 * 3];
    Arrays.fill(half, (byte) 90);
    for (int y = 0; y < 400; y++) {
      preview.add(y, half);
    }
    assertArrayEquals(new byte[] {90, 90, 90}, row(99));
    assertArrayEquals(new byte[3], row(100));
    assertFalse(preview.isSettled());
    for (int y = 400; y < 750; y++) {
      preview.add(y, half);
    }
    preview.complete();
    assertTrue(preview.isSettled());
    assertArrayEquals(new byte[] {90, 90, 90}, row(187));
  }

  @Test
  void noDataHasNoSayInTheMean() throws Exception {
    byte[] half = new byte[1500 * 3];
    Arrays.fill(half, 0, half.length / 2, (byte) 200);
    byte[] empty = new byte[1500 * 3];
    for (int y = 0; y < 4; y++) {
      preview.add(y, y == 2 ? half : empty);
    }
    assertArrayEquals(new byte[] {(byte) 200, (byte) 200, (byte) 200}, row(0));
    assertArrayEquals(new byte[3], units.read(preview, new PixelWindow(300, 0, 1, 1)));
  }
}
