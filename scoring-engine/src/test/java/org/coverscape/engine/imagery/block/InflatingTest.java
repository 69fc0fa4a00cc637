package org.coverscape.engine.imagery.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** The engine's own inflate against zlib's. */
class InflatingTest {
  private static final int MOST = 1 << 20;

  private static byte[] unpacked(Inflating inflating, byte[] packed, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    inflating.begin(packed, packed.length);
    int got = piece;
    while (got == piece && out.size() < MOST) {
      got = inflating.read(piece);
      out.write(inflating.bytes(), inflating.from(), got);
    }
    if (got == piece) {
      throw new IOException("more than any test packs");
    }
    return out.toByteArray();
  }

  /** What zlib makes of it, to its proper end. */
  private static byte[] zlib(byte[] packed) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] out = new byte[MOST];
      int length = 0;
      while (!inflater.finished()) {
        int got = inflater.inflate(out, length, out.length - length);
        if (got == 0 && !inflater.finished()) {
          throw new DataFormatException("it does not end");
        }
        length += got;
      }
      return Arrays.copyOf(out, length);
    } finally {
      inflater.end();
    }
  }

  private static byte[] packed(byte[] raw, int level, int strategy, int flushes) {
    Deflater deflater = new Deflater(level);
    deflater.setStrategy(strategy);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    int at = 0;
    for (int i = 0; i < flushes; i++) {
      deflater.setInput(raw, at, raw.length / flushes);
      at += raw.length / flushes;
      int got;
      do {
        got = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
        out.write(buffer, 0, got);
      } while (got == buffer.length || !deflater.needsInput());
    }
    deflater.setInput(raw, at, raw.length - at);
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Bytes with few or many values, repeats near and far, and runs. */
  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    int kind = random.nextInt(5);
    int spread = 1 + random.nextInt(60);
    for (int i = 0; i < length; i++) {
      bytes[i] =
          switch (kind) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) (random.nextGaussian() * spread);
            case 2 -> i > 40_000 && random.nextInt(20) > 0 ? bytes[i - 32_768] : (byte) i;
            case 3 ->
                (byte) (random.nextInt(30) == 0 ? random.nextInt(4) : i == 0 ? 7 : bytes[i - 1]);
            default -> (byte) (i % spread * (1 + i / 1000));
          };
    }
    return bytes;
  }

  @Test
  void anythingZlibPacksComesBack() throws Exception {
    Random random = new Random(3);
    Inflating inflating = new Inflating(70_000);
    int[] strategies = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};
    for (int i = 0; i < 400; i++) {
      byte[] raw = bytes(random, random.nextInt(i % 3 == 0 ? 200 : 150_000));
      byte[] packed = packed(raw, random.nextInt(10), strategies[i % 3], random.nextInt(4));
      int piece = 1 + random.nextInt(70_000);
      assertArrayEquals(raw, unpacked(inflating, packed, piece), "case " + i);
    }
  }

  @Test
  void piecesOfAnySizeAddUp() throws Exception {
    byte[] raw = bytes(new Random(1), 3000);
    byte[] packed = packed(raw, 6, Deflater.DEFAULT_STRATEGY, 0);
    for (int piece : new int[] {1, 2, 7, 257, 258, 259, 2999, 3001}) {
      assertArrayEquals(raw, unpacked(new Inflating(3001), packed, piece), "pieces of " + piece);
    }
  }

  @Test
  void whatZlibRefusesIsRefusedAndWhatItTakesIsTakenAlike() {
    Random random = new Random(5);
    Inflating inflating = new Inflating(4096);
    int[] taken = new int[1];
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 30_000; i++) {
            byte[] raw = bytes(random, random.nextInt(400));
            byte[] packed = packed(raw, random.nextInt(10), i % 3, 0);
            for (int k = 0; k <= i % 3; k++) {
              packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            byte[] damaged = i % 7 == 0 ? Arrays.copyOf(packed, packed.length / 2) : packed;
            taken[0] += compare(inflating, damaged, i) ? 1 : 0;
          }
        });
    assertTrue(taken[0] > 0, "some damage undoes itself, or hits what does not count");
  }

  private static boolean compare(Inflating inflating, byte[] damaged, int number) {
    byte[] expected;
    try {
      expected = zlib(damaged);
    } catch (DataFormatException e) {
      assertThrows(IOException.class, () -> unpacked(inflating, damaged, 4096), "case " + number);
      return false;
    }
    try {
      assertArrayEquals(expected, unpacked(inflating, damaged, 4096), "case " + number);
    } catch (IOException e) {
      throw new AssertionError("case " + number + " is good for zlib", e);
    }
    return true;
  }

  @Test
  void noiseNeverHangsNorReachesBeyondItsArrays() {
    Random random = new Random(9);
    Inflating inflating = new Inflating(4096);
    int[] refused = new int[1];
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 50_000; i++) {
            byte[] noise = new byte[2 + random.nextInt(300)];
            random.nextBytes(noise);
            noise[0] = 0x78;
            noise[1] = 0x01;
            try {
              unpacked(inflating, noise, 4096);
            } catch (IOException e) {
              refused[0]++;
            }
          }
        });
    assertEquals(50_000, refused[0], "a checksum of 32 bits is not hit by chance");
  }

  @Test
  void emptyBlocksCostNextToNothing() {
    byte[] empty = new byte[20_000_000];
    empty[0] = 0x78;
    empty[1] = 0x01;
    // ten bits each: not the last, with the codes of the format itself, and its end
    for (long bit = 8 * 2 + 1; bit < 8L * empty.length; bit += 10) {
      empty[(int) (bit >> 3)] |= (byte) (1 << (bit & 7));
    }
    Inflating inflating = new Inflating(4096);
    assertTimeoutPreemptively(
        Duration.ofSeconds(40),
        () -> assertThrows(IOException.class, () -> unpacked(inflating, empty, 4096)));
  }
}
