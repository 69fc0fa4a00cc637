package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be scored is refused when it is indexed, in a sentence that says what to do. */
class TiffRefusalTest {
  @TempDir Path folder;

  private static TestTiff tiff() {
    return TestTiff.of(240, 230, (x, y, b) -> 7);
  }

  private String outcome(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a ü.tif"), bytes);
    IndexOutcome outcome = new ImageryIndexer(AnyImagery.local()).read(file);
    return outcome instanceof IndexOutcome.Refused refused ? refused.reason() : "indexed";
  }

  @ParameterizedTest
  @CsvSource({"34925, LZMA", "50001, WebP", "6, old-style JPEG", "34712, JPEG 2000"})
  void namesACompressionThatCannotBeRead(int tag, String name) throws IOException {
    String sentence =
        "Its pixels are packed with "
            + name
            + ", which cannot be read from a TIFF; save it again with deflate compression.";
    assertEquals(sentence, outcome(tiff().compression(tag).bytes()));
    try (RasterReader reader = GeoTiffRasterReader.open(folder.resolve("a ü.tif"))) {
      PixelWindow window = new PixelWindow(0, 0, 9, 9);
      assertEquals(
          sentence, assertThrows(IOException.class, () -> reader.readRgb(window)).getMessage());
    }
  }

  @Test
  void otherWaysOfPackingAreNotKnown() throws IOException {
    assertEquals(
        "Its pixels are packed in a way that is not known; save it again with deflate compression.",
        outcome(tiff().compression(4711).bytes()));
    byte[] predictor = tiff().differences().bytes();
    predictor[TiffFormsTest.indexOfTag(predictor, 317) + 8] = 3;
    assertEquals(
        "Its pixels were prepared for packing in a way that is not known; save it again with"
            + " deflate compression.",
        outcome(predictor));
    assertEquals(
        "Its 4 bands are packed with JPEG as if they were three; save it again with deflate"
            + " compression.",
        outcome(tiff().bands(4, 8, 6).compression(7).bytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZMA", "WEBP"})
  void whatGdalPacksSo(String compression) throws Exception {
    Path file = folder.resolve("packed.tif");
    Path scene = GdalForms.scene();
    GdalForms.translate(
        scene, file, "-b", "1", "-b", "2", "-b", "3", "-co", "COMPRESS=" + compression);
    String sentence = outcome(Files.readAllBytes(file));
    assertTrue(sentence.matches("Its pixels are packed with (LZMA|WebP), .*\\."), sentence);
  }

  @Test
  void aGeoreferenceThatIsNoPlace() throws IOException {
    for (double[] west :
        new double[][] {{3e9, 4e6, 1}, {5e5, 4e12, 1}, {5e5, 4e6, 5e7}, {-4e7, 4e6, 0.6}}) {
      String sentence = outcome(tiff().at(west[0], west[1], west[2]).bytes());
      assertEquals(
          "Its corners lie outside the area of NAD83 / UTM zone 11N; check its georeference.",
          sentence,
          Arrays.toString(west));
    }
    assertEquals(
        "Its pixels are less than a millimetre wide; check its georeference.",
        outcome(tiff().at(500_000, 4_000_000, 1e-9).bytes()));
    assertEquals(
        "Its georeference is damaged; export it again.",
        outcome(tiff().at(500_000, Double.NaN, 1).bytes()));
  }

  @ParameterizedTest
  @CsvSource({
    "' 0', 0",
    "0.0, 0",
    "255, 255",
    "nan, -1",
    "NaN, -1",
    "-9999, -1",
    "256, -1",
    "x, -1"
  })
  void noDataInAnyWords(String text, int value) throws IOException {
    Path file = tiff().noData(text).write(folder.resolve("nodata.tif"));
    OptionalInt expected = value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    assertEquals(expected, TiffDirectory.read(file).noData());
    assertEquals("indexed", outcome(Files.readAllBytes(file)));
  }

  @Test
  void headersThatLie() throws IOException {
    byte[] whole = tiff().bytes();
    assertEquals("It is empty.", outcome(new byte[0]));
    assertEquals(
        "It is neither a TIFF nor an MRF.", outcome("<html>".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "The file ends inside its header; it is truncated, copy it again.",
        outcome(Arrays.copyOf(whole, 60)));
    byte[] endian = whole.clone();
    endian[0] = 'M';
    endian[1] = 'M';
    assertEquals("It is neither a TIFF nor an MRF.", outcome(endian));
    byte[] wide = whole.clone();
    Arrays.fill(
        wide,
        TiffFormsTest.indexOfTag(wide, 256) + 8,
        TiffFormsTest.indexOfTag(wide, 256) + 12,
        (byte) 0x7F);
    assertEquals("Its header is damaged; copy the file again.", outcome(wide));
    byte[] negative = tiff().big().bytes();
    int at = indexOfBigTag(negative, 273);
    Arrays.fill(negative, at + 12, at + 20, (byte) 0xFF);
    assertEquals(
        "The file ends inside its header; it is truncated, copy it again.", outcome(negative));
  }

  private static int indexOfBigTag(byte[] bytes, int tag) {
    int at = 24;
    while ((bytes[at] & 255 | (bytes[at + 1] & 255) << 8) != tag) {
      at += 20;
    }
    return at;
  }

  @Test
  void largeFieldsThatNobodyAsksForDoNoHarm() throws IOException {
    byte[] whole = tiff().describe("a".repeat(17 << 20)).bytes();
    int at = TiffFormsTest.indexOfTag(whole, 270);
    whole[at] = (byte) (37724 & 255);
    whole[at + 1] = (byte) (37724 >> 8);
    assertEquals("indexed", outcome(whole));
  }

  @Test
  void placesFromFilesBesideIt() throws IOException {
    Path file = tiff().withoutGeoreference().write(folder.resolve("old scan.tif"));
    ImageryIndexer indexer = new ImageryIndexer(AnyImagery.local());
    Files.writeString(
        folder.resolve("old scan.tfw"),
        "1.0\n0\n0\n-1.0\n500000.5\r\n3999999,5\n",
        StandardCharsets.US_ASCII);
    assertEquals(
        "It does not say what coordinate system it is in; put its .prj file beside it.",
        ((IndexOutcome.Refused) indexer.read(file)).reason());
    Files.writeString(folder.resolve("old scan.prj"), ESRI_UTM_11);
    ImageryTile tile = Cut.tile(file);
    assertEquals(new PixelGrid(500_000, 4_000_000, 1, 0, 0, -1), tile.grid());
    assertEquals(
        Cut.tile(tiff().write(folder.resolve("tagged.tif"))).footprint(), tile.footprint());
    assertTrue(tile.crs().sameGround(org.coverscape.engine.region.Crs.ofEpsg(26911)));
  }

  @Test
  void placesFromGdalsFile() throws IOException {
    Path file = tiff().withoutGeoreference().write(folder.resolve("b.tif"));
    Files.writeString(
        folder.resolve("b.tif.aux.xml"),
        "<PAMDataset><SRS>EPSG:26911</SRS>"
            + "<GeoTransform> 5.0e+05, 1.0, 0.0, 4.0e+06, 0.0, -1.0</GeoTransform></PAMDataset>");
    assertEquals(new PixelGrid(500_000, 4_000_000, 1, 0, 0, -1), Cut.tile(file).grid());
    Files.writeString(
        folder.resolve("b.tif.aux.xml"),
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><PAMDataset><SRS>&x;</SRS></PAMDataset>");
    assertEquals(
        "It has no georeference; put its world file (.tfw) beside it.",
        ((IndexOutcome.Refused) new ImageryIndexer(AnyImagery.local()).read(file)).reason());
  }

  @Test
  void damageBesideItIsNoPlace() throws IOException {
    Path file = tiff().withoutGeoreference().write(folder.resolve("c.tif"));
    for (String text : List.of("", "1\n0\n0", "a b c d e f", "0 0 0 0 0 0", "1 0 0 NaN 5 5")) {
      Files.writeString(folder.resolve("c.tfw"), text);
      assertEquals(
          "It has no georeference; put its world file (.tfw) beside it.",
          ((IndexOutcome.Refused) new ImageryIndexer(AnyImagery.local()).read(file)).reason());
    }
    Files.writeString(folder.resolve("c.tfw"), "1 0 0 -1 500000.5 3999999.5");
    Files.writeString(folder.resolve("c.prj"), "PROJCS[\"nothing");
    assertEquals(
        "The coordinate system in the file beside it is not known; reproject it to UTM.",
        ((IndexOutcome.Refused) new ImageryIndexer(AnyImagery.local()).read(file)).reason());
  }

  private static final String ESRI_UTM_11 =
      "PROJCS[\"NAD_1983_UTM_Zone_11N\",GEOGCS[\"GCS_North_American_1983\","
          + "DATUM[\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",-117.0],"
          + "PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  @Test
  void aPlaceThatChangesBesideItMakesItAnotherImage() throws IOException {
    Path file = tiff().withoutGeoreference().write(folder.resolve("moved.tif"));
    Path place = folder.resolve("moved.tfw");
    Files.writeString(place, "1 0 0 -1 500000.5 3999999.5");
    Files.writeString(folder.resolve("moved.prj"), ESRI_UTM_11);
    AnyImagery access = AnyImagery.local();
    String before = access.fingerprint(ImageLocation.of(file));
    assertEquals(before, Cut.tile(file).fingerprint());
    Files.writeString(place, "1 0 0 -1 500700.5 3999999.50");
    assertNotEquals(before, access.fingerprint(ImageLocation.of(file)));
    assertEquals(Cut.tile(file).fingerprint(), access.fingerprint(ImageLocation.of(file)));
  }

  @Test
  void whatLiesBesideAnImageThatNeedsNothingIsNotAsked() throws IOException {
    Path file = tiff().write(folder.resolve("placed.tif"));
    String before = AnyImagery.local().fingerprint(ImageLocation.of(file));
    Files.writeString(folder.resolve("placed.tif.aux.xml"), "<PAMDataset/>");
    assertEquals(before, AnyImagery.local().fingerprint(ImageLocation.of(file)));
  }

  @Test
  void filesBesideItMayBeginWithAByteOrderMark() throws IOException {
    Path file = tiff().withoutGeoreference().write(folder.resolve("marked.tif"));
    Files.writeString(folder.resolve("marked.tfw"), "\uFEFF1\n0\n0\n-1\n500000.5\n3999999.5\n");
    Files.writeString(folder.resolve("marked.prj"), "\uFEFF" + ESRI_UTM_11);
    assertEquals(new PixelGrid(500_000, 4_000_000, 1, 0, 0, -1), Cut.tile(file).grid());
    Files.writeString(
        folder.resolve("marked.tif.aux.xml"),
        "\uFEFF<?xml version=\"1.0\"?><PAMDataset><SRS>EPSG:26911</SRS>"
            + "<GeoTransform>7e5,1,0,4e6,0,-1</GeoTransform></PAMDataset>");
    assertEquals(new PixelGrid(700_000, 4_000_000, 1, 0, 0, -1), Cut.tile(file).grid());
  }
}
