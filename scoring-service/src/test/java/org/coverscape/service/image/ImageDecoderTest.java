package org.coverscape.service.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 23;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void everyRowFilterIsUndone(int filter) throws ImageFault {
    byte[] rgb = noise(WIDTH, HEIGHT);
    for (int level : new int[] {0, 1, 9}) {
      RgbImage image = decode(TestImages.png(rgb, WIDTH, HEIGHT, level, filter));
      assertEquals(WIDTH, image.width());
      assertArrayEquals(rgb, image.rgb());
    }
  }

  @Test
  void agreesWithJavaOnJavasFiles() throws ImageFault {
    byte[] rgb = noise(WIDTH, HEIGHT);
    byte[] file = TestImages.byJava(TestImages.picture(rgb, WIDTH, HEIGHT), "png");
    assertArrayEquals(rgb, PlainPng.decode(ByteBuffer.wrap(file)).orElseThrow().rgb());
    assertArrayEquals(rgb, JdkImages.decode(ByteBuffer.wrap(file), "png").rgb());
  }

  @Test
  void severalIdatChunksAreOneStream() throws ImageFault {
    byte[] rgb = noise(WIDTH, HEIGHT);
    byte[] file = TestImages.png(rgb, WIDTH, HEIGHT, 6, 2);
    int length = ByteBuffer.wrap(file).getInt(33);
    byte[] data = Arrays.copyOfRange(file, 41, 41 + length);
    byte[] split =
        TestImages.file(
            Arrays.copyOfRange(file, 8, 33),
            TestImages.chunk("tEXt", new byte[] {'a', 0, 'b'}),
            TestImages.chunk("IDAT", Arrays.copyOfRange(data, 0, 1)),
            TestImages.chunk("IDAT", new byte[0]),
            TestImages.chunk("IDAT", Arrays.copyOfRange(data, 1, length)),
            TestImages.chunk("IEND", new byte[0]));
    assertArrayEquals(rgb, decode(split).rgb());
  }

  @Test
  void greysKeepTheirValues() throws ImageFault {
    BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(1, 2, 0, 100);
    RgbImage image = decode(TestImages.byJava(grey, "png"));
    assertEquals(100, image.sample(1, 2, 0));
    assertEquals(100, image.sample(1, 2, 2));
    assertEquals(0, image.sample(0, 0, 1));
  }

  @Test
  void sixteenBitsKeepTheUpperEight() throws ImageFault {
    BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setSample(3, 0, 0, 0xabcd);
    assertEquals(0xab, decode(TestImages.byJava(grey, "png")).sample(3, 0, 1));
  }

  @Test
  void palettesAndTransparencyBecomeColours() throws ImageFault {
    BufferedImage palette = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED);
    palette.setRGB(2, 1, 0xffcc3300);
    RgbImage image = decode(TestImages.byJava(palette, "png"));
    assertEquals(0xcc, image.sample(2, 1, 0));
    assertEquals(0x33, image.sample(2, 1, 1));
    BufferedImage clear = new BufferedImage(4, 4, BufferedImage.TYPE_4BYTE_ABGR);
    WritableRaster raster = clear.getRaster();
    raster.setPixel(1, 1, new int[] {10, 20, 30, 0});
    RgbImage opaque = decode(TestImages.byJava(clear, "png"));
    assertEquals(10, opaque.sample(1, 1, 0));
    assertEquals(30, opaque.sample(1, 1, 2));
  }

  @Test
  void jpegIsCloseToItsPicture() throws ImageFault {
    byte[] rgb = TestImages.smooth(224, 224);
    byte[] file = TestImages.byJava(TestImages.picture(rgb, 224, 224), "jpg");
    byte[] decoded = decode(file).rgb();
    double difference = 0;
    for (int i = 0; i < rgb.length; i++) {
      difference += Math.abs((rgb[i] & 0xff) - (decoded[i] & 0xff));
    }
    assertTrue(difference / rgb.length < 2.5, "mean difference " + difference / rgb.length);
  }

  @Test
  void refusesAbsurdSizesBeforeDecoding() {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(60000).putInt(60000);
    header.put(new byte[] {8, 2, 0, 0, 0});
    byte[] bomb =
        TestImages.file(
            TestImages.chunk("IHDR", header.array()), TestImages.chunk("IEND", new byte[0]));
    assertTrue(refusal(bomb).contains("60000 × 60000 px"));
    header.put(9, (byte) 0);
    byte[] greyBomb =
        TestImages.file(
            TestImages.chunk("IHDR", header.array()), TestImages.chunk("IEND", new byte[0]));
    assertTrue(refusal(greyBomb).contains("60000 × 60000 px"));
  }

  @Test
  void refusesAStreamLongerThanItsPicture() {
    byte[] rgb = noise(WIDTH, HEIGHT);
    byte[] file = TestImages.png(rgb, WIDTH, HEIGHT, 6, 0);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT - 1);
    header.put(new byte[] {8, 2, 0, 0, 0});
    byte[] rest = Arrays.copyOfRange(file, 33, file.length);
    byte[] file2 = TestImages.file(TestImages.chunk("IHDR", header.array()), rest);
    assertTrue(refusal(file2).contains("damaged PNG"));
  }

  @Test
  void refusesEveryTruncation() {
    byte[] rgb = TestImages.smooth(WIDTH, HEIGHT);
    byte[] png = TestImages.png(rgb, WIDTH, HEIGHT, 6, 5);
    byte[] jpeg = TestImages.byJava(TestImages.picture(rgb, WIDTH, HEIGHT), "jpg");
    for (int length = 0; length < png.length; length++) {
      refusal(Arrays.copyOf(png, length));
    }
    for (int length = 0; length < jpeg.length - 2; length += 7) {
      refusal(Arrays.copyOf(jpeg, length));
    }
  }

  @Test
  void refusesEveryFlippedBitOfAPng() {
    byte[] png = TestImages.png(noise(WIDTH, HEIGHT), WIDTH, HEIGHT, 0, 0);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = png.clone();
      damaged[random.nextInt(png.length)] ^= (byte) (1 << random.nextInt(8));
      refusal(damaged);
    }
  }

  @Test
  void damagedJpegsAreDecodedOrRefusedButNothingElse() {
    byte[] rgb = TestImages.smooth(WIDTH, HEIGHT);
    byte[] jpeg = TestImages.byJava(TestImages.picture(rgb, WIDTH, HEIGHT), "jpg");
    Random random = new Random(6);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = jpeg.clone();
      damaged[random.nextInt(jpeg.length)] = (byte) random.nextInt(256);
      try {
        RgbImage image = decode(damaged);
        assertEquals(3 * image.width() * image.height(), image.rgb().length);
      } catch (ImageFault fault) {
        refused++;
      }
    }
    assertTrue(refused > 10, "only " + refused + " were refused");
  }

  @Test
  void refusesOtherFiles() {
    assertTrue(refusal(new byte[0]).contains("neither a PNG nor a JPEG"));
    assertTrue(refusal("GIF89a".getBytes(StandardCharsets.US_ASCII)).endsWith("."));
  }

  private static RgbImage decode(byte[] file) throws ImageFault {
    return ImageDecoder.decode(ByteBuffer.wrap(file));
  }

  private static String refusal(byte[] file) {
    return String.valueOf(assertThrows(ImageFault.class, () -> decode(file)).getMessage());
  }

  private static byte[] noise(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(3).nextBytes(rgb);
    return rgb;
  }

  @Test
  void aStreamOfCountlessEmptyBlocksIsNotListed() throws Exception {
    int empty = 100_000;
    ByteBuffer zlib = ByteBuffer.allocate(2 + 5 * (empty + 1) + 1 + 4);
    zlib.putShort((short) 0x7801);
    for (int i = 0; i < empty; i++) {
      zlib.put((byte) 0).putShort((short) 0).putShort((short) -1);
    }
    zlib.put((byte) 1).putShort((short) 0x0100).putShort((short) 0xFEFF).put((byte) 7);
    zlib.putInt(0x00080008).flip(); // Adler-32 of the byte 7
    assertTrue(StoredZlib.of(zlib, 1).isEmpty());
    Inflater inflater = new Inflater();
    inflater.setInput(zlib.duplicate());
    byte[] content = new byte[1];
    assertEquals(1, inflater.inflate(content)); // sound all the same: the slower way reads it
    assertEquals(7, content[0]);
    inflater.end();
  }
}
