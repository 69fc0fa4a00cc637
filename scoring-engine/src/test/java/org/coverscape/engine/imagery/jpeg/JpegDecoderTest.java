package org.coverscape.engine.imagery.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** Streams of the Java runtime's encoder, and what that decoder makes of them. */
class JpegDecoderTest {
  private static byte[] decoded(JpegShape shape, byte[] stream, boolean ycbcr) throws IOException {
    byte[] target = new byte[shape.bytes()];
    assertTrue(new JpegDecoder(shape).decode(stream, stream.length, ycbcr, target));
    return target;
  }

  /** The components as they are, at full resolution. */
  private static byte[] byRuntime(JpegShape shape, byte[] stream) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(stream))) {
      reader.setInput(in);
      int[] samples =
          reader.readRaster(0, null).getPixels(0, 0, shape.width(), shape.height(), (int[]) null);
      byte[] bytes = new byte[samples.length];
      for (int i = 0; i < samples.length; i++) {
        bytes[i] = (byte) samples[i];
      }
      return bytes;
    } finally {
      reader.dispose();
    }
  }

  private static void assertWithin(int most, byte[] wanted, byte[] got, Object what) {
    assertEquals(wanted.length, got.length);
    for (int i = 0; i < got.length; i++) {
      int off = Math.abs((wanted[i] & 255) - (got[i] & 255));
      assertTrue(off <= most, () -> what + " is off by " + off);
    }
  }

  @Test
  void componentsAreThoseOfTheRuntimesDecoder() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      int components = new int[] {1, 3, 3, 4}[random.nextInt(4)];
      JpegStreams streams =
          JpegStreams.of(1 + random.nextInt(70), 1 + random.nextInt(70), components)
              .quality(30 + random.nextInt(71))
              .restarting(random.nextInt(3) * random.nextInt(6));
      if (components == 3) {
        boolean wide = random.nextBoolean();
        streams = streams.sampled(wide ? 2 : 1, wide && random.nextBoolean() ? 2 : 1);
      }
      byte[] stream = streams.pack(streams.picture(random.nextInt(120)));
      byte[] wanted = byRuntime(streams.shape(), stream);
      assertWithin(1, wanted, decoded(streams.shape(), stream, false), streams);
    }
  }

  /** The runtime's own decoder repeats rows there, or not, by its version. */
  @Test
  void rowsOfHalfTheResolutionAreInterpolated() throws IOException {
    for (int height : new int[] {1, 2, 15, 16, 17, 64}) {
      JpegStreams streams = JpegStreams.of(40, height, 3).quality(97).sampled(1, 2);
      byte[] picture = streams.picture(0);
      byte[] got = decoded(streams.shape(), streams.pack(picture), false);
      assertWithin(5, picture, got, streams);
    }
  }

  @Test
  void brightnessAndTintBecomeColours() throws IOException {
    for (int across = 1; across <= 2; across++) {
      JpegStreams streams = JpegStreams.of(61, 43, 3).sampled(across, across).quality(80);
      byte[] stream = streams.pack(streams.picture(200));
      byte[] plain = decoded(streams.shape(), stream, false);
      byte[] colours = decoded(streams.shape(), stream, true);
      for (int i = 0; i < plain.length; i += 3) {
        double y = plain[i] & 255;
        double blue = (plain[i + 1] & 255) - 128;
        double red = (plain[i + 2] & 255) - 128;
        assertNear(y + 1.402 * red, colours[i]);
        assertNear(y - 0.344136 * blue - 0.714136 * red, colours[i + 1]);
        assertNear(y + 1.772 * blue, colours[i + 2]);
      }
    }
  }

  private static void assertNear(double wanted, byte got) {
    assertEquals(Math.max(0, Math.min(255, wanted)), got & 255, 0.502);
  }

  @Test
  void decodersMayBeUsedAgain() throws IOException {
    JpegShape shape = new JpegShape(33, 20, 3);
    JpegDecoder decoder = new JpegDecoder(shape);
    byte[] target = new byte[shape.bytes()];
    for (int round = 0; round < 12; round++) {
      JpegStreams streams =
          JpegStreams.of(33, 20, 3)
              .quality(40 + 5 * round)
              .sampled(1 + round % 2, 1 + round % 3 / 2);
      byte[] stream = streams.pack(streams.picture(50 * round));
      assertTrue(decoder.decode(Arrays.copyOf(stream, 9000), stream.length, true, target));
      assertArrayEquals(decoded(shape, stream, true), target);
      byte[] cut = Arrays.copyOf(stream, stream.length * 2 / 3);
      assertThrows(JpegException.class, () -> decoder.decode(cut, cut.length, true, target));
    }
  }

  @Test
  void intervalsBeginAnew() throws IOException {
    JpegStreams whole = JpegStreams.of(50, 50, 3).sampled(2, 2);
    byte[] picture = whole.picture(90);
    byte[] wanted = decoded(whole.shape(), whole.pack(picture), true);
    for (int interval : new int[] {1, 3, 4, 7, 100}) {
      byte[] stream = whole.restarting(interval).pack(picture);
      assertArrayEquals(wanted, decoded(whole.shape(), stream, true));
      int at = Bytes.find(stream, 0xFF, 0xD1);
      assertEquals(interval < 8, at > 0, "the encoder writes restarts");
      if (at > 0) {
        byte[] wrong = stream.clone();
        wrong[at + 1]++;
        assertFault(whole.shape(), wrong);
        byte[] filled = Bytes.insert(stream, at, 0xFF, 0xFF);
        assertArrayEquals(wanted, decoded(whole.shape(), filled, true));
        assertFault(whole.shape(), Bytes.insert(stream, at, 7));
      }
    }
  }

  private static void assertFault(JpegShape shape, byte[] stream) {
    assertThrows(JpegException.class, () -> decoded(shape, stream, true));
  }

  /** Three grey streams of the same tables, as the scans of one. */
  @Test
  void componentsMayHaveScansOfTheirOwn() throws IOException {
    JpegStreams grey = JpegStreams.of(37, 29, 1);
    JpegShape shape = new JpegShape(37, 29, 3);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    byte[] wanted = new byte[shape.bytes()];
    for (int i = 0; i < 3; i++) {
      byte[] stream = grey.pack(grey.picture(40 * i));
      int frame = Bytes.find(stream, 0xFF, 0xC0);
      int scan = Bytes.find(stream, 0xFF, 0xDA);
      if (i == 0) {
        joined.write(stream, 0, frame);
        joined.writeBytes(
            Bytes.of(0xFF, 0xC0, 0, 17, 8, 0, 29, 0, 37, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0));
        joined.write(stream, frame + 13, scan - frame - 13);
      }
      stream[scan + 5] = (byte) (i + 1);
      joined.write(stream, scan, stream.length - 2 - scan);
      byte[] samples = decoded(grey.shape(), grey.pack(grey.picture(40 * i)), false);
      for (int k = 0; k < samples.length; k++) {
        wanted[3 * k + i] = samples[k];
      }
    }
    byte[] open = joined.toByteArray();
    byte[] stream = Bytes.insert(open, open.length, 0xFF, 0xD9);
    assertArrayEquals(wanted, decoded(shape, stream, false));
    stream[Bytes.find(stream, 0xFF, 0xDA) + 5] = 3;
    assertThrows(JpegException.class, () -> decoded(shape, stream, false));
  }

  @Test
  void stepsMayHaveSixteenBitsAndFramesBeExtended() throws IOException {
    JpegStreams streams = JpegStreams.of(30, 30, 1);
    byte[] stream = streams.pack(streams.picture(100));
    byte[] wanted = decoded(streams.shape(), stream, false);
    int steps = Bytes.find(stream, 0xFF, 0xDB);
    byte[] wide = Bytes.insert(stream, steps + 5, new int[64]);
    wide[steps + 3] = (byte) (3 + 128);
    wide[steps + 4] |= 0x10;
    for (int i = 0; i < 64; i++) {
      wide[steps + 5 + 2 * i] = 0;
      wide[steps + 6 + 2 * i] = stream[steps + 5 + i];
    }
    wide[Bytes.find(wide, 0xFF, 0xC0) + 1] = (byte) 0xC1;
    assertArrayEquals(wanted, decoded(streams.shape(), wide, false));
  }

  @Test
  void otherFormsAreLeftAlone() throws IOException {
    JpegStreams streams = JpegStreams.of(30, 30, 3);
    byte[] target = new byte[streams.shape().bytes()];
    JpegDecoder decoder = new JpegDecoder(streams.shape());
    byte[] inSteps = streams.inSteps().pack(streams.picture(9));
    assertFalse(decoder.decode(inSteps, inSteps.length, true, target));
    byte[] stream = streams.pack(streams.picture(9));
    int frame = Bytes.find(stream, 0xFF, 0xC0);
    for (int[] change : new int[][] {{1, 0xC9}, {1, 0xC3}, {4, 12}, {11, 0x41}, {11, 0x13}}) {
      byte[] other = stream.clone();
      other[frame + change[0]] = (byte) change[1];
      assertFalse(decoder.decode(other, other.length, true, target), Arrays.toString(change));
    }
    byte[] withoutTables =
        Bytes.insert(stream, Bytes.find(stream, 0xFF, 0xC4) + 1, 0xE5, 0, 2, 255);
    withoutTables[Bytes.find(withoutTables, 0xFF, 0xC4) + 1] = (byte) 0xE5;
    assertFalse(decoder.decode(withoutTables, withoutTables.length, true, target));
    assertArrayEquals(new byte[target.length], target, "nothing was written");
  }
}
