package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoTiffRasterReaderTest {
  private static final TestTiff.Painter PAINT = (x, y, b) -> (x * 7 + y * 13 + b * 50) & 255;

  @TempDir Path folder;

  private static TestTiff tiff() {
    return TestTiff.of(100, 80, PAINT);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.tif"), bytes);
  }

  @Test
  void readsEveryArrangementOfPixelsAlike() throws IOException {
    List<TestTiff> kinds =
        List.of(
            tiff(),
            tiff().deflate(),
            tiff().tiled(32),
            tiff().tiled(32).deflate(),
            tiff().planar(),
            tiff().planar().tiled(32).deflate(),
            tiff().bands(4, 8, 2),
            tiff().bands(4, 8, 1).deflate(),
            tiff().bands(4, 8, 2).planar().tiled(32),
            tiff().big().tiled(16),
            tiff().bigEndian().strips(80));
    PixelWindow window = new PixelWindow(17, 23, 60, 40);
    for (TestTiff kind : kinds) {
      try (RasterReader reader = GeoTiffRasterReader.open(file(kind.bytes()))) {
        byte[] rgb = reader.readRgb(window);
        for (int i = 0; i < rgb.length; i++) {
          int x = window.x() + i / 3 % window.width();
          int y = window.y() + i / 3 / window.width();
          assertEquals((byte) PAINT.at(x, y, i % 3), rgb[i], kinds.indexOf(kind) + " at " + i);
        }
      }
    }
  }

  @Test
  void blocksBeyondTheEndOfTheFileAreAFault() throws IOException {
    byte[] whole = tiff().tiled(32).bytes();
    byte[] cut = Arrays.copyOf(whole, whole.length - 4 * 32 * 32 * 3);
    try (RasterReader reader = GeoTiffRasterReader.open(file(cut))) {
      assertEquals(64 * 100 * 3, reader.readRgb(new PixelWindow(0, 0, 100, 64)).length);
      IOException fault =
          assertThrows(IOException.class, () -> reader.readRgb(new PixelWindow(0, 60, 100, 10)));
      assertEquals(
          "The file ends before its last pixels; it is truncated, copy it again.",
          fault.getMessage());
      assertEquals(3, reader.readRgb(new PixelWindow(5, 5, 1, 1)).length);
    }
  }

  @Test
  void damagedPixelsAreAFaultAndTheRestIsStillRead() throws IOException {
    byte[] bytes = tiff().tiled(32).deflate().bytes();
    try (RasterReader reader = GeoTiffRasterReader.open(file(bytes))) {
      byte[] before = reader.readRgb(new PixelWindow(0, 0, 100, 64));
      Arrays.fill(bytes, bytes.length - 60, bytes.length - 20, (byte) 0xFF);
      file(bytes);
      IOException fault =
          assertThrows(IOException.class, () -> reader.readRgb(new PixelWindow(96, 64, 4, 16)));
      assertEquals("A part of its pixels is damaged; copy the file again.", fault.getMessage());
      assertTrue(Arrays.equals(before, reader.readRgb(new PixelWindow(0, 0, 100, 64))));
    }
  }

  @Test
  void blocksThatWereNeverWrittenAreNoData() throws IOException {
    byte[] bytes = tiff().tiled(32).deflate().noData("9").sparse(1).bytes();
    try (RasterReader reader = GeoTiffRasterReader.open(file(bytes))) {
      byte[] rgb = reader.readRgb(new PixelWindow(30, 0, 40, 1));
      assertEquals((byte) PAINT.at(31, 0, 0), rgb[3]);
      assertEquals(9, rgb[6]);
      assertEquals(9, rgb[33 * 3 + 2]);
      assertEquals((byte) PAINT.at(64, 0, 0), rgb[34 * 3]);
    }
  }

  @Test
  void damageNeverHangsOrEscapes() throws IOException {
    Random random = new Random(7);
    byte[][] seeds = {tiff().deflate().bytes(), tiff().tiled(32).planar().deflate().bytes()};
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 400; i++) {
            byte[] bytes = seeds[i % 2].clone();
            for (int k = 0; k < 1 + i % 5; k++) {
              bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try (RasterReader reader = GeoTiffRasterReader.open(file(bytes))) {
              int width = Math.min(100, reader.width());
              reader.readRgb(new PixelWindow(0, 0, width, Math.min(80, reader.height())));
            } catch (IOException e) {
              assertTrue(String.valueOf(e.getMessage()).endsWith("."), e::toString);
            }
          }
        });
  }

  @Test
  void aFileThatIsGoneIsOneSentence() {
    IOException fault =
        assertThrows(IOException.class, () -> GeoTiffRasterReader.open(folder.resolve("gone.tif")));
    assertEquals("It does not exist.", fault.getMessage());
  }
}
