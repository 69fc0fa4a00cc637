package org.coverscape.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.tools.Tool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapExportTest {
  private static final RunSummary RUN =
      new RunSummary(
          2, 12.5, 3, 9, 42, List.of(new ServiceUse("localhost:8500", 400, 3, 1)), false, "0.1.0");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  private static final MappedRegion MAPPED = map();
  private static AreaReport areas = AreaReport.of(MAPPED);

  private static MappedRegion map() {
    return TestMaps.random(
        TestMaps.utm(
            "POLYGON ((500100 4400100, 505000 4400600, 504500 4404000, 500300 4403500, 500100 4400100),"
                + " (502000 4401000, 502600 4402000, 503000 4401000, 502000 4401000))"),
        ChipGrid.of(TestMaps.ZONE),
        17);
  }

  @BeforeAll
  static void write() throws IOException {
    areas = MapExport.standard().write(MAPPED, RUN, folder);
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void everyFileIsThereAndNoDraft() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names =
          files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
      Set<String> expected = new TreeSet<>();
      for (String raster : List.of("landcover", "confidence", "status")) {
        for (String ending : List.of(".tif", ".tif.aux.xml", ".qml", ".sld")) {
          expected.add(raster + ending);
        }
      }
      for (String ending : List.of(".shp", ".shx", ".dbf", ".cpg", ".prj", ".gpkg")) {
        expected.add("landcover" + ending);
      }
      expected.addAll(List.of("imagery.gpkg", "areas.csv", "summary.json", "preview.png"));
      assertEquals(expected, names);
    }
  }

  @Test
  void gdalReadsTheClassRasterWithItsNames() throws IOException {
    String info = Tool.run("gdalinfo", file("landcover.tif"));
    assertTrue(info.contains("ID[\"EPSG\",26911]]"), info);
    assertTrue(info.contains("Pixel Size = (224.0"), info);
    assertTrue(info.contains("Block=256x256 Type=Byte, ColorInterp=Palette"), info);
    assertTrue(info.contains("COMPRESSION=DEFLATE"), info);
    assertTrue(info.contains("NoData Value=0"), info);
    assertTrue(info.contains("Color Table (RGB with 256 entries)"), info);
    assertTrue(info.contains("4: 56,129,78,255"), info);
    assertTrue(info.contains("      4: forested"), info);
    assertTrue(info.contains("<GDALRasterAttributeTable tableType=\"thematic\">"), info);
    assertTrue(info.contains("<F>herbaceous</F>"), info);
    assertTrue(info.contains("Description = Land cover"), info);
    assertFalse(info.contains("Warning") || info.contains("ERROR"), info);
  }

  @Test
  void gdalReadsConfidenceAndStatus() throws IOException {
    String confidence =
        Tool.run(
            "gdalinfo", "-stats", "--config", "GDAL_PAM_ENABLED", "NO", file("confidence.tif"));
    assertTrue(confidence.contains("NoData Value=0"), confidence);
    Matcher least = Pattern.compile("Minimum=(\\d+)").matcher(confidence);
    assertTrue(least.find() && Integer.parseInt(least.group(1)) >= 1, confidence);
    String status = Tool.run("gdalinfo", file("status.tif"));
    assertTrue(status.contains("      3: below threshold"), status);
    assertTrue(status.contains("<F>unscored</F>"), status);
  }

  @Test
  void pixelsAreTheCellsOfTheMap() throws IOException {
    CoveredCells cells = CoveredCells.of(MAPPED);
    String ascii =
        Tool.run("gdal_translate", "-q", "-of", "XYZ", file("landcover.tif"), "/vsistdout/");
    int seen = 0;
    for (String line : ascii.trim().split("\n")) {
      String[] xyz = line.trim().split("\\s+");
      int row = MAPPED.grid().rowAt(Double.parseDouble(xyz[1]));
      int col = MAPPED.grid().colAt(Double.parseDouble(xyz[0]));
      int expected = cells.contains(row, col) ? MAPPED.map().classId(row, col) : 0;
      assertEquals(expected, Integer.parseInt(xyz[2]), line);
      seen++;
    }
    assertEquals(cells.rows() * cells.cols(), seen);
  }

  @Test
  void polygonsAgreeWithTheTableOfAreas() throws IOException {
    for (String name : List.of("landcover.shp", "landcover.gpkg")) {
      String sums =
          Tool.run(
              "ogrinfo",
              "-q",
              "-dialect",
              "sqlite",
              "-sql",
              "SELECT class_id, count(*) AS n, sum(hectares) AS ha,"
                  + " min(ST_IsValid(GEOMETRY)) AS valid FROM landcover GROUP BY class_id"
                      .replace("GEOMETRY", name.endsWith("shp") ? "GEOMETRY" : "geom"),
              file(name));
      Matcher row =
          Pattern.compile(
                  "class_id \\(Integer(?:64)?\\) = (\\d)\\s+n \\(Integer\\) = (\\d+)\\s+ha \\(Real\\) = (\\S+)\\s+valid \\(Integer\\) = (-?\\d)")
              .matcher(sums);
      int features = 0;
      int classes = 0;
      while (row.find()) {
        double hectares = areas.of(LandCoverClass.ofId(Integer.parseInt(row.group(1)))).hectares();
        assertEquals(hectares, Double.parseDouble(row.group(3)), hectares * 1e-5, sums);
        assertEquals("1", row.group(4), sums);
        features += Integer.parseInt(row.group(2));
        classes++;
      }
      assertEquals(6, classes, sums);
      assertEquals(PatchPolygons.of(MAPPED).count(), features, sums);
    }
  }

  @Test
  void ogrinfoReadsLayersAndColumns() throws IOException {
    String polygons = Tool.run("ogrinfo", "-so", file("landcover.gpkg"), "landcover");
    assertTrue(polygons.contains("Geometry: Multi Polygon"), polygons);
    for (String column :
        List.of("class_id: Integer", "class: String", "hectares: Real", "confidence: Real")) {
      assertTrue(polygons.contains(column), polygons);
    }
    assertTrue(polygons.contains("ID[\"EPSG\",26911]]"), polygons);
    String imagery = Tool.run("ogrinfo", "-al", "-geom=NO", file("imagery.gpkg"), "imagery");
    assertTrue(imagery.contains("Feature Count: 2"), imagery);
    assertTrue(imagery.contains("ids (String) = east,west"), imagery);
    assertTrue(imagery.contains("date (Date) = 2021/07/02"), imagery);
    assertTrue(imagery.contains("dates (String) = 2021-07-02,2020-06-01"), imagery);
    assertTrue(imagery.contains("synthetic (Integer(Boolean)) = 0"), imagery);
  }

  @Test
  void theTableOfAreasAddsUp() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("areas.csv"));
    assertEquals(
        "class,class_id,hectares,acres,percent_of_region,percent_of_classified,confidence,cells",
        lines.get(0));
    assertEquals(1 + 6 + 1 + 5 + 1, lines.size());
    double sum = 0;
    double percent = 0;
    for (String line : lines.subList(1, 13)) {
      sum += Double.parseDouble(line.split(",")[2]);
      percent += Double.parseDouble(line.split(",")[4]);
    }
    String[] region = lines.get(13).split(",");
    assertEquals("region", region[0]);
    assertEquals(Double.parseDouble(region[2]), sum, sum * 1e-4);
    assertEquals(100, percent, 0.01);
    assertTrue(lines.get(4).startsWith("forested,4,"));
    assertTrue(lines.get(8).startsWith("unscored_no_imagery,,"));
  }

  @Test
  void theSummarySaysWhatTheContractLists() throws IOException {
    JsonNode json = new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
    int unscored = 0;
    for (JsonNode n : json.at("/chips/unscored")) {
      unscored += n.asInt();
    }
    assertEquals(json.at("/chips/total").asInt(), json.at("/chips/scored").asInt() + unscored);
    double sum = json.at("/unclassified/hectares").asDouble();
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      sum += json.at("/classes/" + landCover.label() + "/hectares").asDouble();
    }
    for (JsonNode hectares : json.get("unscored")) {
      sum += hectares.asDouble();
    }
    assertEquals(json.at("/region/hectares").asDouble(), sum, sum * 1e-4);
    assertEquals(2, json.get("tiles").asInt());
    assertEquals(9, json.at("/seconds/scoring").asDouble());
    assertEquals("localhost:8500", json.at("/services/0/endpoint").asText());
    assertEquals("2020-06-01", json.at("/imagery/0/date").asText());
    assertEquals("EPSG:26911", json.get("crs").asText());
    assertEquals("test:1", json.get("model").asText());
    assertFalse(json.has("synthetic") || json.has("any_gsd") || json.has("stride"));
  }

  @Test
  void theSummaryNamesWhatIsOutOfTheOrdinary() throws IOException {
    MappedRegion fine =
        new MappedRegion(
            MAPPED.region(),
            new ChipGrid(TestMaps.ZONE, 1, 56),
            MAPPED.map(),
            MAPPED.imagerySets(),
            List.of(
                new org.coverscape.engine.landcover.ImagerySource(
                    "west", java.util.Optional.empty(), true)),
            "m");
    RunSummary run = new RunSummary(1, 1, 1, 1, 1, List.of(), true, "1");
    JsonNode json = new ObjectMapper().readTree(SummaryJson.text(fine, areas, run));
    assertTrue(json.get("synthetic").asBoolean() && json.get("any_gsd").asBoolean());
    assertEquals(56, json.get("stride").asInt());
    assertTrue(json.at("/imagery/0/date").isNull());
  }

  @Test
  void thePreviewShowsTheClassesInsideTheOutlineOnly() throws IOException {
    BufferedImage picture = ImageIO.read(folder.resolve("preview.png").toFile());
    assertTrue(picture.getWidth() > 800 && picture.getHeight() > 400);
    int forested = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        forested += (picture.getRGB(x, y) & 0xFFFFFF) == 0x38814E ? 1 : 0;
      }
    }
    CoveredCells cells = CoveredCells.of(MAPPED);
    double metres = new MapPicture(cells, ClassPalette.standard(), 1000, 760).metresPerPixel();
    double expected = areas.of(LandCoverClass.FORESTED).squareMetres() / metres / metres;
    assertEquals(expected, forested, expected * 0.05 + 600);
  }

  @Test
  void aSecondRunWritesTheSameBytes(@TempDir Path again) throws IOException {
    MapExport.standard().write(MAPPED, RUN, again);
    for (String name :
        List.of("landcover.tif", "landcover.shp", "landcover.dbf", "areas.csv", "summary.json")) {
      assertEquals(-1, Files.mismatch(folder.resolve(name), again.resolve(name)), name);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidInOneSentence(@TempDir Path place) throws IOException {
    Path file = Files.writeString(place.resolve("file"), "x");
    IOException fault =
        assertThrows(
            IOException.class, () -> MapExport.standard().write(MAPPED, RUN, file.resolve("out")));
    assertTrue(fault.toString().contains("The folder " + file.resolve("out")), fault.toString());
    assertTrue(fault.toString().endsWith("."), fault.toString());
  }

  @Test
  void aFileThatCannotBeReplacedIsNamedAndLeavesNoDraft(@TempDir Path place) throws IOException {
    Files.createDirectories(place.resolve("areas.csv/full"));
    IOException fault =
        assertThrows(IOException.class, () -> MapExport.standard().write(MAPPED, RUN, place));
    assertTrue(fault.toString().contains(place.resolve("areas.csv").toString()), fault.toString());
    try (Stream<Path> files = Files.list(place)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
    }
  }

  @Test
  void faultsOfTheDiskAreToldApart() {
    IOException behind = new IOException("x", new IOException("No space left on device"));
    assertTrue(FileFault.of(folder.resolve("y"), behind).toString().contains("disk is full"));
    Path file = folder.resolve("x.csv");
    assertTrue(
        FileFault.of(file, new IOException("No space left on device"))
            .toString()
            .contains("disk is full"));
    assertTrue(
        FileFault.of(file, new java.nio.file.AccessDeniedException("x"))
            .toString()
            .contains("permissions"));
    assertTrue(
        FileFault.of(folder.resolve("areas.csv/y"), new IOException("Not a directory"))
            .toString()
            .contains("is a file"));
  }
}
