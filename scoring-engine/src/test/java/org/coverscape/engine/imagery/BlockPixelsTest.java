package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's own way to unpack blocks against imageio-ext's, on layouts of every kind. */
class BlockPixelsTest {
  @TempDir Path folder;

  /** Both ways to the same pixels. */
  private static byte[] own(Path file, PixelWindow window, int bands) throws IOException {
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

  private static byte[] imageio(Path file, PixelWindow window, int bands) throws IOException {
    byte[] target = new byte[window.width() * window.height() * bands];
    try (ByteSource bytes = new FileBytes(file);
        ImageioPixels pixels = new ImageioPixels(bytes, 0)) {
      pixels.read(window, bands, target);
    }
    return target;
  }

  private static TestTiff random(Random random, int width, int height) {
    int seed = random.nextInt();
    boolean smooth = random.nextBoolean();
    TestTiff tiff =
        TestTiff.of(
            width,
            height,
            (x, y, b) ->
                smooth ? x + 2 * y + 40 * b & 255 : (x * 31 + y * 57 + b + seed) * 97 >> 3 & 255);
    tiff = random.nextBoolean() ? tiff.bands(4, 8, 2) : tiff;
    tiff = random.nextInt(3) == 0 ? tiff.bigEndian() : tiff;
    tiff = random.nextInt(3) == 0 ? tiff.big() : tiff;
    tiff =
        random.nextBoolean()
            ? tiff.tiled(16 * (1 + random.nextInt(6)), 16 * (1 + random.nextInt(6)))
            : tiff.strips(1 + random.nextInt(height));
    return switch (random.nextInt(3)) {
      case 0 -> tiff;
      case 1 -> tiff.deflate();
      default -> tiff.differences();
    };
  }

  private static PixelWindow window(Random random, int width, int height) {
    int x = random.nextInt(width);
    int y = random.nextInt(height);
    return new PixelWindow(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
  }

  @Test
  void anyLayoutAnyWindowGivesTheSameBytes() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 250; i++) {
      int width = 1 + random.nextInt(200);
      int height = 1 + random.nextInt(150);
      Path file = random(random, width, height).write(folder.resolve("layout.tif"));
      int bands = TiffDirectory.read(file).shape().samples();
      for (int k = 0; k < 4; k++) {
        PixelWindow window = window(random, width, height);
        int wanted = k % 2 == 0 ? 3 : bands;
        assertArrayEquals(
            imageio(file, window, wanted), own(file, window, wanted), i + ": " + window);
      }
    }
  }

  @Test
  void aDamagedBlockIsAFaultOrTheSamePixels() throws IOException {
    Random random = new Random(13);
    byte[] whole =
        TestTiff.of(128, 128, (x, y, b) -> x * y + b & 255).differences().tiled(64).bytes();
    PixelWindow all = new PixelWindow(0, 0, 128, 128);
    byte[] pixels = own(Files.write(folder.resolve("whole.tif"), whole), all, 3);
    int faults = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      int at = whole.length - 1 - random.nextInt(whole.length / 2);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      Path file = Files.write(folder.resolve("damaged.tif"), damaged);
      try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
        assertArrayEquals(pixels, reader.readRgb(all), "the checksum of deflate tells, at " + at);
      } catch (IOException e) {
        faults++;
        assertEquals("A part of its pixels is damaged; copy the file again.", e.getMessage());
      }
    }
    assertTrue(faults > 250, "faults: " + faults);
  }

  @Test
  void aBlockThatEndsEarlyIsAFault() throws IOException {
    byte[] whole = TestTiff.of(64, 64, (x, y, b) -> x * y + b & 255).deflate().strips(64).bytes();
    byte[] cut = Arrays.copyOf(whole, whole.length);
    Arrays.fill(cut, whole.length - 200, whole.length, (byte) 0);
    Path file = Files.write(folder.resolve("cut.tif"), cut);
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      assertThrows(IOException.class, () -> reader.readRgb(new PixelWindow(0, 0, 64, 64)));
    }
  }

  @Test
  void leftoversInTheTargetAreOverwrittenAndWhatIsBehindStays() throws IOException {
    Path file =
        TestTiff.of(40, 30, (x, y, b) -> 7).differences().tiled(16).write(folder.resolve("a.tif"));
    byte[] target = new byte[40 * 30 * 3 + 5];
    Arrays.fill(target, (byte) 99);
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      reader.readRgb(new PixelWindow(0, 0, 40, 30), target);
    }
    byte[] expected = new byte[target.length];
    Arrays.fill(expected, (byte) 7);
    Arrays.fill(expected, 40 * 30 * 3, expected.length, (byte) 99);
    assertArrayEquals(expected, target);
  }

  @Test
  void realScenesGiveTheSameBytes() throws IOException {
    Path naip = Path.of(System.getProperty("coverscape.root", "."), "../shared/data/naip/utm");
    Assumptions.assumeTrue(Files.isDirectory(naip), "needs the shared data: naip/utm");
    try (Stream<Path> files = Files.list(naip)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tif")).toList()) {
        TiffShape shape = TiffDirectory.read(file).shape();
        PixelWindow all = new PixelWindow(0, 0, shape.width(), shape.height());
        assertArrayEquals(imageio(file, all, 4), own(file, all, 4), file.toString());
        assertArrayEquals(imageio(file, all, 3), own(file, all, 3), file.toString());
      }
    }
  }
}
