package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG in TIFF as GDAL writes it, where GDAL's programs and the shared data are. */
class JpegTiffTest {
  private static final String SCENE = "../shared/data/naip/utm";

  @TempDir Path folder;

  /** The first scene, which has four bands. */
  private static Path scene() throws IOException {
    Path scenes = Path.of(System.getProperty("coverscape.root", "."), SCENE);
    Assumptions.assumeTrue(Files.isDirectory(scenes), "needs the shared data: naip/utm");
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/gdal_translate")), "needs gdal_translate");
    try (var files = Files.list(scenes)) {
      return files.filter(f -> f.toString().endsWith(".tif")).sorted().findFirst().orElseThrow();
    }
  }

  private static void translate(Path from, Path to, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("gdal_translate", "-q"));
    command.addAll(List.of(options));
    command.addAll(List.of(from.toString(), to.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("GDAL_PAM_ENABLED", "NO");
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  /** Three bands of the scene. */
  private Path translated(String... options) throws Exception {
    Path three = folder.resolve("three.tif");
    Path file = folder.resolve("jpeg.tif");
    translate(scene(), three, "-b", "1", "-b", "2", "-b", "3");
    translate(three, file, options);
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
    translate(
        scene(),
        file,
        "-co",
        "COMPRESS=JPEG",
        "-co",
        "TILED=YES",
        "-co",
        "PHOTOMETRIC=" + photometric);
    translate(file, plain, "-co", "PHOTOMETRIC=RGB");
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
}
