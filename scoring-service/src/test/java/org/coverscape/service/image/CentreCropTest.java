package org.coverscape.service.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CentreCropTest {
  @Test
  void aChipStaysAsItIs() {
    byte[] rgb = TestImages.noise(1);
    assertSame(rgb, CentreCrop.of(new RgbImage(224, 224, rgb)));
  }

  @Test
  void theMiddleOfALongImageIsTaken() {
    byte[] chip = TestImages.noise(2);
    byte[] wide = new byte[3 * 324 * 224];
    for (int y = 0; y < 224; y++) {
      System.arraycopy(chip, 3 * 224 * y, wide, 3 * (324 * y + 50), 3 * 224);
    }
    assertArrayEquals(chip, CentreCrop.of(new RgbImage(324, 224, wide)));
    byte[] tall = new byte[3 * 224 * 324];
    System.arraycopy(chip, 0, tall, 3 * 224 * 50, chip.length);
    assertArrayEquals(chip, CentreCrop.of(new RgbImage(224, 324, tall)));
  }

  @Test
  void halvingTakesTheMeanOfFourPixels() {
    byte[] large = TestImages.smooth(448, 448);
    RgbImage image = new RgbImage(448, 448, large);
    byte[] out = CentreCrop.of(image);
    int mean =
        Math.round(
            (image.sample(200, 100, 1)
                    + image.sample(201, 100, 1)
                    + image.sample(200, 101, 1)
                    + image.sample(201, 101, 1))
                / 4f);
    assertEquals(mean, out[3 * (50 * 224 + 100) + 1] & 0xff);
  }

  @Test
  void anySizeGivesAChip() {
    for (int[] size : new int[][] {{1, 1}, {1, 4000}, {4000, 1}, {3, 2}, {223, 225}, {2048, 7}}) {
      byte[] rgb = new byte[3 * size[0] * size[1]];
      Arrays.fill(rgb, (byte) 77);
      byte[] out = CentreCrop.of(new RgbImage(size[0], size[1], rgb));
      assertEquals(ChipSource.BYTES, out.length);
      assertTrue(out[0] == 77 && out[out.length - 1] == 77 && out[75000] == 77);
    }
  }
}
