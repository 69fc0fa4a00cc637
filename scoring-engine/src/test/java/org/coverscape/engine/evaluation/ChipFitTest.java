package org.coverscape.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChipFitTest {
  private static byte[] numbered(int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[(y * width + x) * 3] = (byte) x;
        rgb[(y * width + x) * 3 + 1] = (byte) y;
      }
    }
    return rgb;
  }

  private static int red(byte[] chip, int x, int y) {
    return chip[(y * 224 + x) * 3] & 0xFF;
  }

  private static int green(byte[] chip, int x, int y) {
    return chip[(y * 224 + x) * 3 + 1] & 0xFF;
  }

  @Test
  void largerImagesGiveTheirMiddle() {
    byte[] chip = ChipFit.fit(numbered(256, 240), 256, 240);
    assertEquals(16, red(chip, 0, 0));
    assertEquals(239, red(chip, 223, 0));
    assertEquals(8, green(chip, 0, 0));
  }

  @Test
  void smallerImagesAreMirroredWithTheEdgeRepeated() {
    byte[] chip = ChipFit.fit(numbered(100, 77), 100, 77);
    int left = 62;
    assertEquals(0, red(chip, left, 100));
    assertEquals(0, red(chip, left - 1, 100));
    assertEquals(1, red(chip, left - 2, 100));
    assertEquals(99, red(chip, left + 99, 100));
    assertEquals(99, red(chip, left + 100, 100));
    assertEquals(98, red(chip, left + 101, 100));
    assertEquals(0, green(chip, 0, 73));
    assertEquals(0, green(chip, 0, 72));
    assertEquals(1, green(chip, 0, 71));
  }

  @Test
  void anImageOfTheRightSizeStays() {
    byte[] rgb = numbered(224, 224);
    org.junit.jupiter.api.Assertions.assertArrayEquals(rgb, ChipFit.fit(rgb, 224, 224));
  }
}
