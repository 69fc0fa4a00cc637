package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NoData and overviews that lie beside a GeoTIFF. */
class TiffBesideTest {
  private static final TestTiff.Painter GROUND = (x, y, b) -> 1 + (x + 2 * y + b) % 200;

  @TempDir Path folder;

  private static String pam(String... values) {
    StringBuilder text = new StringBuilder("<PAMDataset>");
    for (int i = 0; i < values.length; i++) {
      text.append("<PAMRasterBand band=\"" + (i + 1) + "\"><NoDataValue>" + values[i]);
      text.append("</NoDataValue></PAMRasterBand>");
    }
    return text + "</PAMDataset>";
  }

  private void beside(String... values) throws IOException {
    Files.writeString(folder.resolve("a.tif.aux.xml"), pam(values));
  }

  private ImageryTile tile() throws IOException {
    return AnyImagery.local().describe(ImageLocation.of(folder.resolve("a.tif")));
  }

  @ParameterizedTest
  @CsvSource({
    "255, 255, 255, 255",
    "2.55000000000000E+02, 255, 255, 255",
    "7, 7, 8, 0",
    "nan, nan, nan, 0",
    "-9999, -9999, -9999, 0",
    "x, x, x, 0"
  })
  void noDataStandsBeside(String red, String green, String blue, int wanted) throws IOException {
    TestTiff.of(240, 230, GROUND).write(folder.resolve("a.tif"));
    String before = tile().fingerprint();
    Files.writeString(folder.resolve("a.tif.aux.xml"), "<PAMDataset/>");
    assertEquals(before, tile().fingerprint(), "notes of others change nothing");
    beside(red, green, blue);
    assertEquals(OptionalInt.of(wanted), tile().noData());
    if (wanted != 0) {
      assertNotEquals(before, tile().fingerprint());
    }
  }

  @Test
  void theFilesOwnTagComesFirst() throws IOException {
    TestTiff.of(240, 230, GROUND).noData("9").write(folder.resolve("a.tif"));
    beside("255", "255", "255");
    assertEquals(OptionalInt.of(9), tile().noData());
  }

  @Test
  void whatAMaskTakesOutHasItToo() throws IOException {
    TestTiff.of(240, 230, GROUND).masked((x, y, b) -> x < 3 ? 0 : 1).write(folder.resolve("a.tif"));
    beside("255", "255", "255");
    try (RasterReader reader = AnyImagery.local().open(tile())) {
      byte[] row = reader.readRgb(new PixelWindow(2, 0, 2, 1));
      assertArrayEquals(new byte[] {-1, -1, -1, 4, 5, 6}, row);
    }
  }

  @Test
  void classesHaveItToo() throws IOException {
    Path file =
        TestTiff.of(40, 30, (x, y, b) -> x % 2 == 0 ? 11 : 250)
            .bands(1, 8, 1)
            .write(folder.resolve("a.tif"));
    beside("250");
    try (ReferenceRaster raster = ReferenceRaster.open(file)) {
      assertEquals(OptionalInt.of(250), raster.noData());
    }
  }

  private static List<Integer> widths(RasterReader reader) {
    return reader.levels().stream().map(RasterLevel::width).toList();
  }

  @Test
  void overviewsStandBeside() throws IOException {
    TestTiff.of(240, 230, GROUND).write(folder.resolve("a.tif"));
    TestTiff.of(120, 115, (x, y, b) -> 70 + b)
        .withoutGeoreference()
        .write(folder.resolve("a.tif.ovr"));
    try (RasterReader reader = AnyImagery.local().open(tile())) {
      assertEquals(List.of(240, 120), widths(reader));
      assertArrayEquals(new byte[] {70, 71, 72}, reader.read(1, new PixelWindow(119, 114, 1, 1)));
    }
  }

  @Test
  void overviewsOfAnotherImageOrDamagedOnesAreNotUsed() throws IOException {
    TestTiff.of(240, 230, GROUND).write(folder.resolve("a.tif"));
    for (byte[] other :
        List.of(
            TestTiff.of(300, 300, GROUND).bytes(),
            TestTiff.of(120, 115, GROUND).bands(4, 8, 2).bytes(),
            new byte[] {'I', 'I', 42, 0, 9, 9, 9, 9},
            new byte[0])) {
      Files.write(folder.resolve("a.tif.ovr"), other);
      try (RasterReader reader = AnyImagery.local().open(tile())) {
        assertEquals(List.of(240), widths(reader));
      }
    }
  }

  @Test
  void overviewsThatGdalPutsBeside() throws Exception {
    GdalForms.needs("gdaladdo");
    Path scene = GdalForms.scene();
    Path file = folder.resolve("a.tif");
    Path inside = folder.resolve("inside.tif");
    Files.copy(scene, file);
    Files.copy(scene, inside);
    GdalForms.run(List.of("gdaladdo", "-q", "-clean", file.toString()));
    GdalForms.run(List.of("gdaladdo", "-q", "-clean", inside.toString()));
    GdalForms.run(List.of("gdaladdo", "-q", "-ro", "-r", "average", file.toString(), "2", "4"));
    GdalForms.run(List.of("gdaladdo", "-q", "-r", "average", inside.toString(), "2", "4"));
    try (RasterReader beside = AnyImagery.local().open(file);
        RasterReader within = AnyImagery.local().open(inside)) {
      assertEquals(3, beside.levels().size());
      assertEquals(widths(within), widths(beside));
      for (int level = 1; level < 3; level++) {
        PixelWindow window = new PixelWindow(10, 20, 100, 90);
        assertArrayEquals(within.read(level, window), beside.read(level, window));
      }
    }
  }
}
