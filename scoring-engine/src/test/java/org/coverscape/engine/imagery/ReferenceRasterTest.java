package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rasters of classes: numbers, colours, names. */
class ReferenceRasterTest {
  @TempDir Path folder;

  private static Path nlcd(String name) {
    Path file = Path.of(System.getProperty("coverscape.root", "."), "../shared/data/nlcd", name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "needs the shared data: nlcd");
    return file;
  }

  @Test
  void readsNlcdInAlbers() throws IOException {
    try (ReferenceRaster raster = ReferenceRaster.open(nlcd("nlcd_western_ma.tif"))) {
      assertEquals(1472, raster.width());
      assertEquals(2235, raster.height());
      assertEquals(new PixelGrid(1_849_005, 2_373_555, 30, 0, 0, -30), raster.grid());
      assertEquals(5070, raster.crs().epsg().orElseThrow());
      assertEquals(255, raster.noData().orElseThrow());
      assertEquals(Optional.of(0x476BA0), raster.classes().colour(11));
      byte[] codes = raster.read(0, new PixelWindow(0, 0, 1472, 2235));
      Map<Integer, Integer> counts = new TreeMap<>();
      for (byte code : codes) {
        counts.merge(code & 255, 1, Integer::sum);
      }
      assertTrue(counts.containsKey(41) && counts.containsKey(11), counts::toString);
      assertTrue(counts.keySet().stream().allMatch(c -> c >= 11 && c <= 95 || c == 255));
      byte[] part = raster.read(0, new PixelWindow(700, 900, 3, 2));
      assertEquals(codes[901 * 1472 + 702], part[5]);
    }
  }

  @Test
  void readsWhatGdalReads() throws Exception {
    for (String name : new String[] {"nlcd_western_ma.tif", "nlcd_2016_frederick_md.tif"}) {
      Path file = nlcd(name);
      GdalForms.needs("gdal_translate");
      Path plain = folder.resolve("plain.tif");
      GdalForms.translate(file, plain, "-co", "COMPRESS=NONE", "-co", "TILED=YES");
      try (ReferenceRaster raster = ReferenceRaster.open(file);
          ReferenceRaster same = ReferenceRaster.open(plain)) {
        PixelWindow all = new PixelWindow(0, 0, raster.width(), raster.height());
        assertArrayEquals(same.read(0, all), raster.read(0, all));
        assertEquals(same.classes(), raster.classes());
      }
    }
  }

  private Path small(String name) throws IOException {
    return TestTiff.of(240, 230, (x, y, b) -> x % 3).bands(1, 8, 1).write(folder.resolve(name));
  }

  /** NLCD also comes laid down number by number on WGS 84; other ground of that kind stays. */
  @Test
  void nlcdsProjectionIsKnownWithoutItsCode() throws Exception {
    GdalForms.needs("gdal_translate");
    String albers = "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=%s +lon_0=-96 +datum=%s +units=m";
    Path file = small("small.tif");
    for (String datum : new String[] {"WGS84", "NAD83"}) {
      Path whole = folder.resolve("whole-" + datum + ".tif");
      GdalForms.translate(file, whole, "-a_srs", albers.formatted("23", datum));
      try (ReferenceRaster raster = ReferenceRaster.open(whole)) {
        assertEquals(5070, raster.crs().epsg().orElseThrow());
        assertFalse(raster.isMended());
      }
    }
    Path other = folder.resolve("other.tif");
    GdalForms.translate(file, other, "-a_srs", albers.formatted("37.5", "WGS84"));
    try (ReferenceRaster raster = ReferenceRaster.open(other)) {
      assertTrue(raster.crs().epsg().isEmpty());
    }
  }

  @Test
  void namesComeFromTheTableBesideIt() throws IOException {
    Path file = small("classes.tif");
    Files.writeString(
        folder.resolve("classes.tif.aux.xml"),
        """
        <PAMDataset><PAMRasterBand band="1"><GDALRasterAttributeTable>
          <FieldDefn index="0"><Name>Value</Name><Type>1</Type><Usage>5</Usage></FieldDefn>
          <FieldDefn index="1"><Name>Red</Name><Type>0</Type><Usage>6</Usage></FieldDefn>
          <FieldDefn index="2"><Name>Green</Name><Type>0</Type><Usage>7</Usage></FieldDefn>
          <FieldDefn index="3"><Name>Blue</Name><Type>0</Type><Usage>8</Usage></FieldDefn>
          <FieldDefn index="4"><Name>NLCD Land Cover Class</Name><Type>2</Type><Usage>2</Usage></FieldDefn>
          <Row index="0"><F>1.0</F><F>70</F><F>107</F><F>159</F><F>Open Water</F></Row>
          <Row index="1"><F>2</F><F>0</F><F>0</F><F>255</F><F>Häuser &amp; Straßen</F></Row>
          <Row index="2"><F>900</F><F>0</F><F>0</F><F>0</F><F>Nowhere</F></Row>
          <Row index="3"><F>many</F></Row>
        </GDALRasterAttributeTable></PAMRasterBand></PAMDataset>
        """);
    try (ReferenceRaster raster = ReferenceRaster.open(file)) {
      assertEquals(Map.of(1, "Open Water", 2, "Häuser & Straßen"), raster.classes().names());
      assertEquals(Optional.of(0x466B9F), raster.classes().colour(1));
      assertEquals(Optional.empty(), raster.classes().name(0));
      assertArrayEquals(new byte[] {1, 2, 0}, raster.read(0, new PixelWindow(1, 5, 3, 1)));
    }
  }

  @Test
  void namesOfCategories() throws IOException {
    Path file = small("categories.tif");
    Files.writeString(
        folder.resolve("categories.tif.aux.xml"),
        "<PAMDataset><PAMRasterBand band=\"1\"><CategoryNames><Category/><Category>barren</Category>"
            + "</CategoryNames><ColorTable><Entry c1=\"1\" c2=\"2\" c3=\"3\" c4=\"255\"/></ColorTable>"
            + "</PAMRasterBand></PAMDataset>");
    try (ReferenceRaster raster = ReferenceRaster.open(file)) {
      assertEquals(Map.of(1, "barren"), raster.classes().names());
      assertEquals(Map.of(0, 0x010203), raster.classes().colours());
    }
  }

  @Test
  void refusesOtherRasters() throws IOException {
    Path colours = TestTiff.of(240, 230, (x, y, b) -> 7).write(folder.resolve("rgb.tif"));
    IOException fault = assertThrows(IOException.class, () -> ReferenceRaster.open(colours));
    assertEquals(
        "It is no raster of classes, which has one band of 8 bits; add aerial images as imagery.",
        fault.getMessage());
    Path gone = folder.resolve("gone.tif");
    assertEquals(
        "It does not exist.",
        assertThrows(IOException.class, () -> ReferenceRaster.open(gone)).getMessage());
  }

  @Test
  void aBrokenTableBesideItDoesNoHarm() throws IOException {
    Path file = small("broken.tif");
    Files.writeString(folder.resolve("broken.tif.aux.xml"), "<PAMDataset><PAMRasterBand>");
    try (ReferenceRaster raster = ReferenceRaster.open(file)) {
      assertTrue(raster.classes().names().isEmpty());
    }
  }

  @Test
  void deepOrEndlessXmlBesideItIsPassedOver() throws IOException {
    Path file = small("deep.tif");
    int depth = 200_000;
    String deep = "<a>".repeat(depth) + "</a>".repeat(depth);
    String endless = "x</Category>" + "<Category/>".repeat(300_000) + "<Category>";
    for (String text : new String[] {deep, endless}) {
      Files.writeString(
          folder.resolve("deep.tif.aux.xml"),
          "<PAMDataset><CategoryNames><Category>"
              + text
              + "</Category></CategoryNames></PAMDataset>");
      try (ReferenceRaster raster = ReferenceRaster.open(file)) {
        assertEquals(Map.of(), raster.classes().names());
      }
    }
  }
}
