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

/** JPEG in TIFF as GDAL writes it, where GDAL's programs and the shared data are. */
class JpegTiffTest {
  private static final String SCENE = "../shared/data/naip/utm";

  @TempDir Path folder;

  private Path translated(String... options) throws Exception {
    Path scenes = Path.of(System.getProperty("coverscape.root", "."), SCENE);
    Assumptions.assumeTrue(Files.isDirectory(scenes), "needs the shared data: naip/utm");
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/gdal_translate")), "needs gdal_translate");
    Path file = folder.resolve("jpeg.tif");
    List<String> command = new ArrayList<>(List.of("gdal_translate", "-q", "-b", "1", "-b", "2"));
    command.addAll(List.of("-b", "3"));
    command.addAll(List.of(options));
    try (var files = Files.list(scenes)) {
      command.add(
          files
              .filter(f -> f.toString().endsWith(".tif"))
              .sorted()
              .findFirst()
              .orElseThrow()
              .toString());
    }
    command.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("GDAL_PAM_ENABLED", "NO");
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
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
