package org.coverscape.engine.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoTiffWriterTest {
  private static final PixelGrid GRID = PixelGrid.northUp(500_000, 4_400_000, 1, 1);

  private final Path folder;

  GeoTiffWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static RowSource noise(long seed) {
    Random random = new Random(seed);
    return (y, row) -> random.nextBytes(row);
  }

  private static GeoTiffSpec utm(int width, int height, int bands) {
    return GeoTiffSpec.of(width, height, bands, GRID, Crs.ofEpsg(26914));
  }

  /** The pixels as GDAL reads them, interleaved by pixel. */
  private byte[] decoded(Path file, String... more) throws Exception {
    Path raw = folder.resolve("raw.bin");
    String[] command = {"gdal_translate", "-q", "-of", "ENVI", "-co", "INTERLEAVE=BIP"};
    String[] all =
        Stream.of(command, more, new String[] {file.toString(), raw.toString()})
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    String said = GdalTool.run(all);
    assertFalse(said.contains("ERROR"), said);
    return Files.readAllBytes(raw);
  }

  private static byte[] pixels(GeoTiffSpec spec, RowSource rows) throws IOException {
    byte[] all = new byte[spec.rowBytes() * spec.height()];
    byte[] row = new byte[spec.rowBytes()];
    for (int y = 0; y < spec.height(); y++) {
      rows.row(y, row);
      System.arraycopy(row, 0, all, y * row.length, row.length);
    }
    return all;
  }

  @Test
  void gdalReadsTheSamePixelsBack() throws Exception {
    for (int bands = 1; bands <= 4; bands++) {
      GeoTiffSpec spec = utm(333, 217, bands).withTileSize(64);
      Path file = folder.resolve("noise" + bands + ".tif");
      GeoTiffWriter.write(file, spec, noise(bands));
      assertArrayEquals(pixels(spec, noise(bands)), decoded(file), bands + " bands");
    }
  }

  @Test
  void gdalFindsThePlaceTheBandsAndTheWords() throws Exception {
    GeoTiffSpec spec =
        utm(300, 200, 4)
            .withNoData(0)
            .withDescription("What it is")
            .withSoftware("Coverscape")
            .withDateTime(LocalDateTime.of(2021, 6, 15, 12, 30, 5));
    Path file = folder.resolve("place.tif");
    GeoTiffWriter.write(file, spec, noise(1));
    String info = GdalTool.info(file);
    assertTrue(info.contains("ID[\"EPSG\",26914]"), info);
    assertTrue(info.contains("Origin = (500000.000000000000000,4400000.000000000000000)"), info);
    assertTrue(info.contains("Pixel Size = (1.000000000000000,-1.000000000000000)"), info);
    assertTrue(info.contains("AREA_OR_POINT=Area"), info);
    assertTrue(info.contains("NoData Value=0"), info);
    assertTrue(info.contains("Band 4 Block=256x256 Type=Byte, ColorInterp=Undefined"), info);
    assertTrue(info.contains("TIFFTAG_IMAGEDESCRIPTION=What it is"), info);
    assertTrue(info.contains("TIFFTAG_DATETIME=2021:06:15 12:30:05"), info);
    assertTrue(info.contains("COMPRESSION=DEFLATE"), info);
  }

  @Test
  void gdalFindsDegreesPaletteAndRotation() throws Exception {
    GeoTiffSpec spec =
        GeoTiffSpec.of(20, 10, 1, new PixelGrid(-99, 40, 1e-5, 1e-6, 1e-6, -1e-5), Crs.WGS84)
            .withPalette(Palette.of(0x000000, 0xB3AFA4, 0xFF0010));
    Path file = folder.resolve("degrees.tif");
    GeoTiffWriter.write(file, spec, (y, row) -> Arrays.fill(row, (byte) 2));
    String info = GdalTool.info(file);
    assertTrue(info.contains("ID[\"EPSG\",4326]"), info);
    assertTrue(info.contains("1: 179,175,164,255"), info);
    assertTrue(info.contains("2: 255,0,16,255"), info);
    assertTrue(info.contains("GeoTransform"), info);
  }

  @Test
  void cloudOptimizedLayoutIsKnownToGdal() throws Exception {
    GeoTiffSpec spec = utm(1500, 1101, 4).withNoData(0).asCloudOptimized();
    Path file = folder.resolve("cog.tif");
    GeoTiffWriter.write(file, spec, noise(9));
    String info = GdalTool.info(file);
    assertTrue(info.contains("LAYOUT=COG"), info);
    assertTrue(info.contains("Overviews: 750x551, 375x276, 188x138"), info);
    assertFalse(info.contains("Warning") || info.contains("ERROR"), info);
    assertArrayEquals(pixels(spec, noise(9)), decoded(file));
    String verdict = GdalTool.validateCloudOptimized(file);
    assertTrue(verdict.contains("is a valid cloud optimized GeoTIFF"), verdict);
  }

  @Test
  void overviewsAverageColoursWithoutNoData() throws Exception {
    GeoTiffSpec spec = utm(64, 64, 3).withNoData(0).withTileSize(32).asCloudOptimized();
    Path file = folder.resolve("average.tif");
    GeoTiffWriter.write(
        file,
        spec,
        (y, row) -> {
          for (int x = 0; x < 64; x++) {
            byte value = (byte) (x >= 32 ? 0 : x % 2 == 0 && y % 2 == 0 ? 0 : 100 + 30 * (x % 2));
            Arrays.fill(row, 3 * x, 3 * x + 3, value);
          }
        });
    byte[] half = decoded(file, "-oo", "OVERVIEW_LEVEL=0");
    assertEquals(32 * 32 * 3, half.length);
    assertEquals(120, half[0], "mean of 130, 100 and 130");
    assertEquals(0, half[3 * 16], "all NoData stays NoData");
  }

  @Test
  void overviewsOfPalettesInventNoClass() throws Exception {
    GeoTiffSpec spec =
        utm(90, 70, 1).withTileSize(32).withPalette(Palette.of(0, 1, 2, 3)).asCloudOptimized();
    Path file = folder.resolve("classes.tif");
    GeoTiffWriter.write(file, spec, (y, row) -> Arrays.fill(row, (byte) (y / 2 % 2 == 0 ? 1 : 3)));
    for (byte value : decoded(file, "-oo", "OVERVIEW_LEVEL=1")) {
      assertTrue(value == 1 || value == 3, "class " + value);
    }
  }

  @Test
  void sameRowsMakeTheSameBytes() throws Exception {
    GeoTiffSpec spec = utm(700, 300, 4).asCloudOptimized();
    Path a = folder.resolve("a.tif");
    Path b = folder.resolve("b.tif");
    GeoTiffWriter.write(a, spec, noise(4));
    GeoTiffWriter.write(b, spec, noise(4));
    assertEquals(-1, Files.mismatch(a, b));
  }

  @Test
  void aFaultOfTheSourceLeavesTheOldFileAndNothingElse() throws Exception {
    Path file = folder.resolve("kept.tif");
    Files.writeString(file, "old");
    IOException gone = new IOException("The tile is gone.");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                GeoTiffWriter.write(
                    file,
                    utm(300, 300, 3),
                    (y, row) -> {
                      if (y == 280) {
                        throw gone;
                      }
                    }));
    assertEquals(gone, thrown);
    assertEquals("old", Files.readString(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void aMissingFolderIsOneSentence() {
    Path file = folder.resolve("missing").resolve("map.tif");
    IOException thrown =
        assertThrows(IOException.class, () -> GeoTiffWriter.write(file, utm(16, 16, 1), noise(1)));
    assertTrue(thrown.toString().contains("map.tif cannot be written; check"), thrown::toString);
  }

  @Test
  void whatCannotBeWrittenIsRefusedAtOnce() {
    assertThrows(IllegalArgumentException.class, () -> utm(0, 10, 1));
    assertThrows(IllegalArgumentException.class, () -> utm(10, 10, 5));
    assertThrows(IllegalArgumentException.class, () -> utm(10, 10, 3).withNoData(256));
    assertThrows(IllegalArgumentException.class, () -> utm(10, 10, 3).withTileSize(100));
    assertThrows(
        IllegalArgumentException.class, () -> utm(10, 10, 3).withPalette(Palette.of(1, 2)));
    assertThrows(
        IllegalArgumentException.class, () -> utm(10, 10, 4).withFourthBand(FourthBand.NONE));
    assertThrows(IllegalArgumentException.class, () -> utm(2_000_000_000, 10, 1));
  }
}
