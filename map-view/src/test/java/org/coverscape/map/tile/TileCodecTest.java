package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileCodecTest {
  private final Random random = new Random(9);

  @Test
  void bringsEveryPixelBack() throws IOException {
    for (int alpha : new int[] {0xff000000, 0}) {
      int[] argb = random.ints(37 * 21).map(pixel -> pixel | alpha).toArray();
      byte[] bytes = TileCodec.encode(Optional.of(new TilePixels(37, 21, argb)));
      TilePixels back = TileCodec.decode(bytes).orElseThrow();
      assertEquals(37, back.width());
      assertArrayEquals(argb, back.argb());
    }
  }

  @Test
  void remembersThatThereIsNothing() throws IOException {
    assertEquals(Optional.empty(), TileCodec.decode(TileCodec.encode(Optional.empty())));
  }

  @Test
  void smoothPicturesBecomeSmall() {
    int[] argb = new int[256 * 256];
    Arrays.setAll(argb, i -> 0xff000000 | (i & 0xff) * 0x10101);
    assertTrue(TileCodec.encode(Optional.of(new TilePixels(256, 256, argb))).length < 8_000);
  }

  @Test
  void damageIsNoticed() {
    int[] argb = random.ints(64).toArray();
    byte[] good = TileCodec.encode(Optional.of(new TilePixels(8, 8, argb)));
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThrows(IOException.class, () -> TileCodec.decode(cut));
    }
    for (int i = 16; i < good.length; i++) {
      byte[] bent = good.clone();
      bent[i] ^= 0x10;
      assertThrows(IOException.class, () -> TileCodec.decode(bent));
    }
  }
}
