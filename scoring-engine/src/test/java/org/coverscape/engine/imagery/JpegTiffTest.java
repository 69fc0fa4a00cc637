package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.coverscape.engine.imagery.block.BlockPart;
import org.coverscape.engine.imagery.block.JpegBlocks;
import org.coverscape.engine.imagery.block.PixelTarget;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG in TIFF as GDAL writes it, where GDAL's programs and the shared data are. */
class JpegTiffTest {
  @TempDir Path folder;

  /** Three bands of the scene. */
  private Path translated(String... options) throws Exception {
    Path three = folder.resolve("three.tif");
    Path file = folder.resolve("jpeg.tif");
    GdalForms.translate(GdalForms.scene(), three, "-b", "1", "-b", "2", "-b", "3");
    GdalForms.translate(three, file, options);
    return file;
  }

  private static void assertSameAsImageio(Path file) throws IOException {
    TiffDirectory header = TiffDirectory.read(file);
    assertTrue(
        header.layout().coding().decoder(header.shape(), header.layout().blockWidth()).isPresent());
    PixelWindow all = new PixelWindow(0, 0, header.shape().width(), header.shape().height());
    byte[] expected = new byte[all.width() * all.height() * 3];
    try (ByteSource bytes = new FileBytes(file);
        ImageioPixels pixels = new ImageioPixels(bytes, 0);
        GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      pixels.read(all, 3, expected);
      assertArrayEquals(expected, reader.readRgb(all));
    }
  }

  @Test
  void cloudOptimizedYcbcr() throws Exception {
    assertSameAsImageio(translated("-of", "COG", "-co", "COMPRESS=JPEG"));
  }

  @Test
  void colourStoredAsItIs() throws Exception {
    assertSameAsImageio(
        translated("-co", "COMPRESS=JPEG", "-co", "PHOTOMETRIC=RGB", "-co", "TILED=YES"));
  }

  @Test
  void strips() throws Exception {
    assertSameAsImageio(
        translated("-co", "COMPRESS=JPEG", "-co", "PHOTOMETRIC=YCBCR", "-co", "BLOCKYSIZE=48"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RGB", "MINISBLACK"})
  void fourBandsAreWhatGdalReads(String photometric) throws Exception {
    Path file = folder.resolve("four.tif");
    Path plain = folder.resolve("plain.tif");
    GdalForms.translate(
        GdalForms.scene(),
        file,
        "-co",
        "COMPRESS=JPEG",
        "-co",
        "TILED=YES",
        "-co",
        "PHOTOMETRIC=" + photometric);
    GdalForms.translate(file, plain, "-co", "PHOTOMETRIC=RGB");
    try (GeoTiffRasterReader expected = GeoTiffRasterReader.open(plain);
        GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      PixelWindow all = new PixelWindow(0, 0, reader.width(), reader.height());
      assertArrayEquals(expected.readRgb(all), reader.readRgb(all));
      assertArrayEquals(expected.read(0, all), reader.read(0, all));
    }
  }

  @Test
  void aDamagedTileIsAFault() throws Exception {
    Path file = translated("-of", "COG", "-co", "COMPRESS=JPEG");
    byte[] bytes = Files.readAllBytes(file);
    TiffLayout layout = TiffDirectory.read(file).layout();
    int start = (int) layout.offset(0);
    Arrays.fill(bytes, start, start + 400, (byte) 0);
    Files.write(file, bytes);
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      IOException fault =
          assertThrows(IOException.class, () -> reader.readRgb(new PixelWindow(0, 0, 50, 50)));
      assertEquals("A part of its pixels is damaged; copy the file again.", fault.getMessage());
      assertEquals(3 * 100, reader.readRgb(new PixelWindow(600, 600, 10, 10)).length);
    }
  }

  /** Each scan costs as much as all pixels do, and takes a few bytes. */
  @Test
  void aStreamOfTooManyScansIsRefused() throws IOException {
    byte[] once = TestPacking.JPEG.pack(new byte[3 * 64 * 64], 64, 3);
    int scan = 0;
    while (once[scan] != -1 || (once[scan + 1] & 255) != 0xDA) {
      scan++;
    }
    int end = once.length - 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(once, 0, end);
    for (int i = 0; i < 200; i++) {
      out.write(once, scan, end - scan);
    }
    out.write(once, end, 2);
    byte[] many = out.toByteArray();
    BlockPart all = new BlockPart(0, 0, 64, 64);
    PixelTarget target = new PixelTarget(new byte[3 * 64 * 64], 0, 3 * 64, 3);
    try (JpegBlocks blocks = new JpegBlocks(new byte[0], 3, true)) {
      blocks.decode(once, once.length, 64, all, target);
      IOException fault =
          assertThrows(IOException.class, () -> blocks.decode(many, many.length, 64, all, target));
      assertEquals("a JPEG stream of too many scans", fault.getMessage());
    }
  }
}
