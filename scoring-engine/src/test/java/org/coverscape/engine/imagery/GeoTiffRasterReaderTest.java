package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
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

  @Test
  void readsAllBandsOfEveryKind() throws IOException {
    List<TestTiff> kinds =
        List.of(
            tiff(),
            tiff().bands(4, 8, 2).tiled(32).deflate(),
            tiff().bands(4, 8, 1).planar().deflate(),
            tiff().bands(4, 8, 2).planar().tiled(32));
    PixelWindow window = new PixelWindow(17, 23, 60, 40);
    for (TestTiff kind : kinds) {
      try (RasterReader reader = GeoTiffRasterReader.open(file(kind.bytes()))) {
        int bands = reader.bands();
        assertEquals(kinds.indexOf(kind) == 0 ? 3 : 4, bands);
        byte[] pixels = reader.read(0, window);
        assertEquals(60 * 40 * bands, pixels.length);
        for (int i = 0; i < pixels.length; i++) {
          int x = window.x() + i / bands % window.width();
          int y = window.y() + i / bands / window.width();
          assertEquals((byte) PAINT.at(x, y, i % bands), pixels[i], kinds.indexOf(kind) + "/" + i);
        }
      }
    }
  }

  @Test
  void readsOverviews() throws IOException {
    Path file =
        Scene.utm("cog", TiffFixtures.ZONE, 504_000, 4_400_000, 1, 601, 400, Ground.solid(0x405060))
            .withTileSize(128)
            .asCloudOptimized()
            .writeTo(folder);
    try (RasterReader reader = GeoTiffRasterReader.open(file)) {
      List<RasterLevel> levels = reader.levels();
      assertEquals(new RasterLevel(601, 400, 128, 128), levels.get(0));
      assertEquals(new RasterLevel(301, 200, 128, 128), levels.get(1));
      assertEquals(new RasterLevel(76, 50, 128, 128), levels.get(levels.size() - 1));
      for (int i = 0; i < levels.size(); i++) {
        int width = levels.get(i).width();
        byte[] row = reader.read(i, new PixelWindow(0, 10, width, 1));
        for (int x = 0; x < width; x++) {
          byte[] pixel = Arrays.copyOfRange(row, 4 * x, 4 * x + 4);
          assertArrayEquals(new byte[] {0x40, 0x50, 0x60, (byte) 200}, pixel);
        }
      }
    }
  }

  @Test
  void damageBehindTheFirstDirectoryOnlyCostsOverviews() throws IOException {
    Path file =
        Scene.utm("cog", TiffFixtures.ZONE, 504_000, 4_400_000, 1, 601, 400, Ground.noise(1))
            .withTileSize(128)
            .asCloudOptimized()
            .writeTo(folder);
    byte[] whole = Files.readAllBytes(file);
    ByteBuffer tiff = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int first = tiff.getInt(4);
    int next = first + 2 + 12 * tiff.getShort(first);
    for (int wrong : new int[] {first, whole.length - 3, 9, 1 << 30}) {
      byte[] damaged = whole.clone();
      ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(next, wrong);
      try (RasterReader reader = GeoTiffRasterReader.open(file(damaged))) {
        assertEquals(1, reader.levels().size(), "next directory at " + wrong);
        assertEquals(300, reader.readRgb(new PixelWindow(0, 0, 10, 10)).length);
      }
    }
  }
}
