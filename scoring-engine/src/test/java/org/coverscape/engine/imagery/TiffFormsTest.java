package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.imagery.bytes.StoredBytes;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to pack pixels, by the engine's own decoders. */
class TiffFormsTest {
  @TempDir Path folder;

  private static byte[] read(Path file, PixelWindow window, int bands) throws IOException {
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      TiffDirectory header = reader.directory();
      assertTrue(
          header
              .layout()
              .coding()
              .decoder(header.shape(), header.layout().blockWidth())
              .isPresent(),
          "meant to be unpacked by the engine");
      return bands == 3 ? reader.readRgb(window) : reader.read(0, window);
    }
  }

  private static TestTiff random(Random random, TestTiff.Painter painter, int width, int height) {
    TestTiff tiff = TestTiff.of(width, height, painter);
    tiff = random.nextBoolean() ? tiff.bands(4, 8, 1 + random.nextInt(2)) : tiff;
    tiff = random.nextInt(3) == 0 ? tiff.bigEndian() : tiff;
    tiff = random.nextInt(3) == 0 ? tiff.big() : tiff;
    tiff = random.nextBoolean() ? tiff.planar() : tiff;
    return random.nextBoolean()
        ? tiff.tiled(16 * (1 + random.nextInt(6)), 16 * (1 + random.nextInt(6)))
        : tiff.strips(1 + random.nextInt(height));
  }

  @ParameterizedTest
  @EnumSource(value = TestPacking.class, mode = EnumSource.Mode.EXCLUDE, names = "JPEG")
  void anyLayoutAnyWindow(TestPacking packing) throws IOException {
    Random random = new Random(packing.ordinal());
    for (int i = 0; i < 60; i++) {
      int width = 1 + random.nextInt(200);
      int height = 1 + random.nextInt(150);
      int noise = random.nextInt(200);
      TestTiff.Painter painter =
          (x, y, b) -> x / 7 + y / 3 + 40 * b + (x * 31 + y * 57 + b) * noise / 50 & 255;
      TestTiff tiff = random(random, painter, width, height).packed(packing);
      boolean differences = packing != TestPacking.NONE && packing != TestPacking.PACK_BITS;
      tiff = differences && random.nextBoolean() ? tiff.differences() : tiff;
      Path file = tiff.write(folder.resolve("form.tif"));
      int bands = TiffDirectory.read(file).shape().samples();
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      PixelWindow window =
          new PixelWindow(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
      for (int wanted : new int[] {3, bands}) {
        assertArrayEquals(
            painted(painter, window, wanted), read(file, window, wanted), packing + " " + i);
      }
    }
  }

  private static byte[] painted(TestTiff.Painter painter, PixelWindow window, int bands) {
    byte[] pixels = new byte[window.width() * window.height() * bands];
    for (int i = 0; i < pixels.length; i++) {
      int x = window.x() + i / bands % window.width();
      int y = window.y() + i / bands / window.width();
      pixels[i] = (byte) painter.at(x, y, i % bands);
    }
    return pixels;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPRESS=LZW",
        "COMPRESS=LZW PREDICTOR=2",
        "COMPRESS=LZW PREDICTOR=2 TILED=YES",
        "COMPRESS=LZW INTERLEAVE=BAND TILED=YES",
        "COMPRESS=PACKBITS",
        "COMPRESS=PACKBITS TILED=YES ENDIANNESS=BIG",
        "COMPRESS=ZSTD",
        "COMPRESS=ZSTD PREDICTOR=2 TILED=YES",
        "COMPRESS=ZSTD INTERLEAVE=BAND BIGTIFF=YES ENDIANNESS=BIG",
        "COMPRESS=LERC",
        "COMPRESS=LERC TILED=YES INTERLEAVE=BAND",
        "COMPRESS=LERC_DEFLATE TILED=YES ENDIANNESS=BIG",
        "COMPRESS=LERC_ZSTD TILED=YES",
        "COMPRESS=DEFLATE INTERLEAVE=BAND PREDICTOR=2",
        "COMPRESS=DEFLATE PHOTOMETRIC=MINISBLACK TILED=YES",
        "INTERLEAVE=BAND TILED=YES",
        "INTERLEAVE=BAND"
      })
  void realScenesAsGdalPacksThem(String options) throws Exception {
    Path scene = GdalForms.scene();
    Path file = folder.resolve("packed.tif");
    GdalForms.translate(scene, file, ("-co " + options.replace(" ", " -co ")).split(" "));
    TiffShape shape = TiffDirectory.read(scene).shape();
    PixelWindow all = new PixelWindow(0, 0, shape.width(), shape.height());
    PixelWindow part = new PixelWindow(101, 203, 517, 388);
    for (PixelWindow window : new PixelWindow[] {all, part}) {
      assertArrayEquals(read(scene, window, 4), read(file, window, 4));
      assertArrayEquals(read(scene, window, 3), read(file, window, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LERC", "LERC_DEFLATE", "LERC_ZSTD"})
  void opacityThatLercKeepsAsItsMask(String compression) throws Exception {
    GdalForms.needs("gdal_translate");
    Path drawn =
        TestTiff.of(200, 150, (x, y, b) -> b < 3 ? x + y + b & 255 : x % 7 == 0 ? 0 : 255)
            .bands(4, 8, 2)
            .extra(2)
            .write(folder.resolve("drawn.tif"));
    Path file = folder.resolve("lerc.tif");
    Path plain = folder.resolve("plain.tif");
    GdalForms.translate(drawn, file, "-co", "COMPRESS=" + compression, "-co", "TILED=YES");
    GdalForms.translate(file, plain, "-co", "COMPRESS=NONE");
    for (PixelWindow window :
        new PixelWindow[] {new PixelWindow(0, 0, 200, 150), new PixelWindow(7, 9, 60, 50)}) {
      assertArrayEquals(samples(plain, window), samples(file, window));
      assertArrayEquals(read(plain, window, 3), read(file, window, 3));
    }
  }

  /** All bands as they are stored, opacity among them. */
  private static byte[] samples(Path file, PixelWindow window) throws IOException {
    TiffDirectory tiff = TiffDirectory.read(file);
    byte[] pixels = new byte[window.width() * window.height() * 4];
    try (StoredBytes stored = new StoredBytes(new FileBytes(file));
        TiffLevel level =
            new TiffLevel(tiff.shape(), tiff.layout(), Optional.empty(), stored, (byte) 0)) {
      level.read(window, 4, pixels);
    }
    return pixels;
  }

  @Test
  void bandsPackedAsJpegOneByOne() throws Exception {
    Path file = folder.resolve("planes.tif");
    Path plain = folder.resolve("plain.tif");
    GdalForms.translate(GdalForms.scene(), file, "-co", "COMPRESS=JPEG", "-co", "INTERLEAVE=BAND");
    GdalForms.translate(file, plain, "-co", "COMPRESS=NONE");
    PixelWindow window = new PixelWindow(40, 50, 300, 200);
    assertArrayEquals(read(plain, window, 4), read(file, window, 4));
  }

  @Test
  void bitsStoredFromTheLowest() throws IOException {
    byte[] bytes = TestTiff.of(40, 30, (x, y, b) -> 3 * x + y + b & 255).strips(30).bytes();
    int from = bytes.length - 40 * 30 * 3;
    for (int i = from; i < bytes.length; i++) {
      bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
    }
    // the tag for planes holds 1, which is the value left out when it is absent
    int tag = indexOfTag(bytes, 284);
    bytes[tag] = (byte) (266 & 255);
    bytes[tag + 1] = (byte) (266 >> 8);
    bytes[tag + 8] = 2;
    Path file = Files.write(folder.resolve("reversed.tif"), bytes);
    PixelWindow window = new PixelWindow(3, 4, 20, 20);
    assertArrayEquals(painted((x, y, b) -> 3 * x + y + b & 255, window, 3), read(file, window, 3));
  }

  static int indexOfTag(byte[] bytes, int tag) {
    for (int i = 10; i + 12 < bytes.length; i += 12) {
      if ((bytes[i] & 255 | (bytes[i + 1] & 255) << 8) == tag) {
        return i;
      }
    }
    throw new AssertionError("no tag " + tag);
  }

  @ParameterizedTest
  @EnumSource(value = TestPacking.class, mode = EnumSource.Mode.EXCLUDE, names = "JPEG")
  void damageIsAFaultOrPixels(TestPacking packing) throws IOException {
    Random random = new Random(5);
    byte[] whole =
        TestTiff.of(96, 96, (x, y, b) -> x * y / 9 + b & 255).packed(packing).tiled(48).bytes();
    PixelWindow all = new PixelWindow(0, 0, 96, 96);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      for (int k = 0; k <= random.nextInt(4); k++) {
        damaged[whole.length - 1 - random.nextInt(whole.length / 2)] ^= (byte) (1 + i % 255);
      }
      Path file = Files.write(folder.resolve("damaged.tif"), damaged);
      try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
        assertEquals(96 * 96 * 3, reader.readRgb(all).length);
      } catch (IOException e) {
        assertEquals("A part of its pixels is damaged; copy the file again.", e.getMessage());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = TestPacking.class, mode = EnumSource.Mode.EXCLUDE, names = "JPEG")
  void aBlockThatEndsEarlyIsAFault(TestPacking packing) throws IOException {
    byte[] whole =
        TestTiff.of(64, 64, (x, y, b) -> x * 7 + y * 5 + b & 255)
            .packed(packing)
            .strips(64)
            .bytes();
    // the count of the only strip stands in its field
    int tag = indexOfTag(whole, 279);
    whole[tag + 8] = 100;
    whole[tag + 9] = 0;
    Path file = Files.write(folder.resolve("short.tif"), whole);
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      PixelWindow window = new PixelWindow(0, 0, 64, 64);
      if (packing == TestPacking.NONE) {
        assertEquals(64 * 64 * 3, reader.readRgb(window).length);
      } else {
        assertThrows(IOException.class, () -> reader.readRgb(window));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TestPacking.class,
      names = {"DEFLATE", "LZW", "PACK_BITS", "ZSTD"})
  void aBlockThatGrowsWithoutEndTakesNoMemory(TestPacking packing) throws IOException {
    // the others are not read further than is needed
    boolean whole = packing == TestPacking.DEFLATE || packing == TestPacking.ZSTD;
    byte[] bomb = packing.pack(new byte[whole ? 64 << 20 : 1 << 20], 64, 3);
    byte[] small =
        TestTiff.of(64, 64, (x, y, b) -> x & 255).packed(packing).strips(64).noData("9").bytes();
    ByteBuffer patched = ByteBuffer.wrap(small).order(ByteOrder.LITTLE_ENDIAN);
    patched.putInt(indexOfTag(small, 273) + 8, small.length);
    patched.putInt(indexOfTag(small, 279) + 8, bomb.length);
    byte[] file = Arrays.copyOf(small, small.length + bomb.length);
    System.arraycopy(bomb, 0, file, small.length, bomb.length);
    Path bombed = Files.write(folder.resolve("bomb.tif"), file);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(bombed)) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      PixelWindow window = new PixelWindow(0, 0, 64, 64);
      if (whole) {
        assertThrows(IOException.class, () -> reader.readRgb(window));
      } else {
        assertArrayEquals(new byte[64 * 64 * 3], reader.readRgb(window));
      }
      long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      assertTrue(taken < 8 << 20, "bytes: " + taken);
    }
  }
}
