package org.coverscape.engine.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.coverscape.engine.chip.Chip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredPngTest {
  @ParameterizedTest
  @CsvSource({"224, 224", "1, 1", "1, 70000", "3, 2", "97, 674", "21844, 2", "300, 219"})
  void randomPixelsComeBackFromAnyDecoder(int width, int height) throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      byte[] rgb = new byte[3 * width * height];
      new Random(seed).nextBytes(rgb);

      assertArrayEquals(rgb, decoded(StoredPng.encode(width, height, rgb), width, height));
    }
  }

  @Test
  void chunksAndStreamCarryTheirCheckSums() throws DataFormatException {
    Chip base = TestChips.chip(1);
    byte[] rgb = new byte[Chip.BYTES];
    new Random(5).nextBytes(rgb);
    byte[] file =
        StoredPng.encode(new Chip(base.index(), rgb, base.validFraction(), base.imagery()));

    ByteBuffer in = ByteBuffer.wrap(file).position(8);
    StringBuilder names = new StringBuilder();
    while (in.hasRemaining()) {
      int length = in.getInt();
      CRC32 crc = new CRC32();
      crc.update(file, in.position(), 4 + length);
      byte[] name = new byte[4];
      in.get(name);
      names.append(new String(name, StandardCharsets.US_ASCII)).append(' ');
      if (names.toString().endsWith("IDAT ")) {
        assertEquals(
            224 * 673,
            inflatedBytes(Arrays.copyOfRange(file, in.position(), in.position() + length)));
      }
      in.position(in.position() + length);
      assertEquals((int) crc.getValue(), in.getInt());
    }
    assertEquals("IHDR IDAT IEND ", names.toString());
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    for (int[] size :
        List.of(new int[] {0, 1}, new int[] {1, 0}, new int[] {21_845, 1}, new int[] {2, 2})) {
      assertThrows(
          IllegalArgumentException.class, () -> StoredPng.encode(size[0], size[1], new byte[3]));
    }
  }

  /** The inflater checks Adler-32 by itself and finishes only when it is right. */
  private static int inflatedBytes(byte[] zlib) throws DataFormatException {
    Inflater inflater = new Inflater();
    inflater.setInput(zlib);
    byte[] rows = new byte[1 << 18];
    int count = inflater.inflate(rows);
    assertTrue(inflater.finished());
    assertEquals(0, inflater.getRemaining());
    inflater.end();
    return count;
  }

  private static byte[] decoded(byte[] png, int width, int height) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
    byte[] rgb = new byte[3 * width * height];
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      rgb[3 * i] = (byte) (pixels[i] >> 16);
      rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
      rgb[3 * i + 2] = (byte) pixels[i];
    }
    return rgb;
  }
}
