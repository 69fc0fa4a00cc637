package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.sample.SampleArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** The first command of a new user, and what can be made of its job afterwards. */
class DemoTest {
  @TempDir static Path folder;
  private static Path job = Path.of("");

  @BeforeAll
  static void runTheDemo() {
    job = folder.resolve("demo");
    Coverscape.Result result = Coverscape.run("demo", "--headless", "--out", job.toString());
    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().contains("Synthetic imagery"), result.out());
  }

  private static Path run(String name, String... arguments) {
    Path out = folder.resolve(name);
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--out";
    all[arguments.length + 1] = out.toString();
    Coverscape.Result result = Coverscape.run(all);
    assertEquals(0, result.exit(), result.err());
    return out;
  }

  private static String gdal(String... command) {
    assumeTrue(
        Coverscape.has(command[0]), command[0] + " is not installed (apt-get install gdal-bin)");
    return Coverscape.tool(command);
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern + " is not in " + text);
    return matcher.group(1);
  }

  @Test
  void writesEveryFile() {
    for (String name :
        List.of(
            "landcover.tif",
            "landcover.tif.aux.xml",
            "landcover.qml",
            "landcover.sld",
            "confidence.tif",
            "status.tif",
            "landcover.shp",
            "landcover.shx",
            "landcover.dbf",
            "landcover.prj",
            "landcover.cpg",
            "landcover.gpkg",
            "imagery.gpkg",
            "areas.csv",
            "summary.json",
            "preview.png",
            "job.sqlite")) {
      assertTrue(Files.exists(job.resolve(name)), name);
    }
  }

  @Test
  void theAreasAddUpAndAreCalledSynthetic() throws IOException {
    Summary summary = Summary.of(job);
    summary.assertAddsUp();
    assertEquals(summary.chips("total"), summary.chips("scored") + 2, "two chips are NoData");
    assertTrue(summary.json().path("synthetic").asBoolean());
    assertEquals("EPSG:26914", summary.json().path("crs").asText());
  }

  @Test
  void gdalSeesPaletteNamesNoDataAndSystem() {
    String info = gdal("gdalinfo", job.resolve("landcover.tif").toString());
    assertTrue(info.contains("ID[\"EPSG\",26914]"), info);
    assertTrue(info.contains("NoData Value=0"), info);
    assertTrue(info.contains("Color Table (RGB"), info);
    assertTrue(info.contains("forested"), info);
    assertTrue(info.contains("COMPRESSION=DEFLATE"), info);
    assertTrue(info.contains("Pixel Size = (224.000000000000000,-224.000000000000000)"), info);
  }

  @Test
  void shapefileAndGeoPackageHoldTheSameValidPatches() {
    String shp = gdal("ogrinfo", "-ro", "-al", "-so", job.resolve("landcover.shp").toString());
    String gpkg = gdal("ogrinfo", "-ro", "-al", "-so", job.resolve("landcover.gpkg").toString());
    String count = first("Feature Count: (\\d+)", gpkg);
    assertEquals(count, first("Feature Count: (\\d+)", shp));
    String valid =
        gdal(
            "ogrinfo",
            "-ro",
            "-q",
            "-dialect",
            "sqlite",
            "-sql",
            "SELECT COUNT(*) AS n, SUM(ST_IsValid(geom)) AS valid FROM landcover",
            job.resolve("landcover.gpkg").toString());
    assertEquals(count, first("valid \\(Integer\\) = (\\d+)", valid));
  }

  @Test
  void patchesAndTableAgree() throws IOException {
    String sums =
        gdal(
            "ogrinfo",
            "-ro",
            "-q",
            "-dialect",
            "sqlite",
            "-sql",
            "SELECT SUM(hectares) AS ha FROM landcover WHERE class = 'forested'",
            job.resolve("landcover.gpkg").toString());
    double patches = Double.parseDouble(first("ha \\(Real\\) = ([0-9.]+)", sums));
    double table =
        Summary.of(job).json().path("classes").path("forested").path("hectares").asDouble();
    assertEquals(table, patches, table * 1e-3);
  }

  @Test
  void exportsInEveryFormatAndAnotherSystem() {
    Path cog = run("albers.tif", "export", job.toString(), "--format", "cog", "--crs", "EPSG:5070");
    Path shp = run("again.shp", "export", job.toString(), "--format", "shapefile");
    Path csv = run("again.csv", "export", job.toString(), "--format", "csv");
    assertTrue(Files.exists(shp) && Files.exists(csv));
    assertTrue(gdal("gdalinfo", cog.toString()).contains("ID[\"EPSG\",5070]"));
  }

  @Test
  void reportsByZone() throws IOException {
    Path zones = folder.resolve("zones.geojson");
    Files.writeString(
        zones,
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"PIN":"west"},"geometry":{"type":"Polygon","coordinates":
        [[[-98.93,39.95],[-98.905,39.95],[-98.905,39.99],[-98.93,39.99],[-98.93,39.95]]]}},
        {"type":"Feature","properties":{"PIN":"east"},"geometry":{"type":"Polygon","coordinates":
        [[[-98.905,39.95],[-98.88,39.95],[-98.88,39.99],[-98.905,39.99],[-98.905,39.95]]]}}]}
        """);
    Path csv =
        run(
            "zones.csv",
            "report",
            job.toString(),
            "--zones",
            zones.toString(),
            "--zone-field",
            "PIN");
    List<String> lines = Files.readAllLines(csv);
    assertEquals(3, lines.size());
    assertTrue(Files.exists(folder.resolve("zones.gpkg")));
    int column = List.of(lines.get(0).split(",")).indexOf("hectares");
    double sum = 0;
    for (String line : lines.subList(1, 3)) {
      sum += Double.parseDouble(line.split(",")[column]);
    }
    assertTrue(sum > 0, lines.toString());
  }

  /** All forest, on a grid of 30 m that lies over the whole sample. */
  private static Path forest() throws IOException {
    Path file = folder.resolve("nlcd_2019_forest.tif");
    Crs albers = Crs.ofEpsg(5070);
    Envelope extent = SampleArea.region().in(albers).geometry().getEnvelopeInternal();
    int width = (int) (extent.getWidth() / 30) + 4;
    int height = (int) (extent.getHeight() / 30) + 4;
    PixelGrid grid = PixelGrid.northUp(extent.getMinX() - 45, extent.getMaxY() + 45, 30, 30);
    GeoTiffWriter.write(
        file,
        GeoTiffSpec.of(width, height, 1, grid, albers),
        (y, row) -> Arrays.fill(row, (byte) 41));
    return file;
  }

  @Test
  void agreesWithAReferenceAsFarAsTheyShareClasses() throws IOException {
    Path reference = forest();
    Path out = folder.resolve("agreement");
    Coverscape.Result result =
        Coverscape.run(
            "assess",
            job.toString(),
            "--reference",
            reference.toString(),
            "--out",
            out.toString(),
            "--json");
    assertEquals(0, result.exit(), result.err());
    JsonNode said = new ObjectMapper().readTree(result.out());
    JsonNode areas = Summary.of(job).json();
    double forested = areas.path("classes").path("forested").path("hectares").asDouble();
    double agreed = said.path("classes").path("forested").path("map_hectares").asDouble();
    assertEquals(forested, agreed, 0.02 * forested);
    JsonNode row = said.path("confusion").path(3);
    assertEquals(row.path(3).asDouble(), agreed / 0.09, 0.01 * agreed / 0.09);
    assertEquals(
        row.path(3).asDouble() / said.path("pixels").asDouble(),
        said.path("overall_agreement").asDouble(),
        1e-12);
    assertEquals("2019", said.path("reference_year").asText());
    assertEquals("2021", said.path("imagery_years").asText());
    String info = gdal("gdalinfo", out.resolve("disagreements.tif").toString());
    assertTrue(info.contains("agreed: forested"), info);
  }

  @Test
  void aLabelledSampleGivesAccuracy() throws IOException {
    Path out = folder.resolve("sample");
    Coverscape.Result drawn =
        Coverscape.run("assess", job.toString(), "--sample", "60", "--out", out.toString());
    assertEquals(0, drawn.exit(), drawn.err());
    List<String> rows = Files.readAllLines(out.resolve("sample.csv"));
    assertEquals(61, rows.size());
    Path labels = out.resolve("labels.csv");
    String refused = labelled(labels, rows, "").err();
    assertTrue(refused.contains("Rows without a class"), refused);
    Coverscape.Result result = labelled(labels, rows, "forested");
    assertEquals(0, result.exit(), result.err());
    JsonNode said = new ObjectMapper().readTree(result.out());
    JsonNode forested = said.path("classes").path("forested");
    assertEquals(said.path("hectares").asDouble(), forested.path("hectares").asDouble(), 1e-6);
    assertEquals(0, forested.path("hectares_se").asDouble());
    assertEquals(
        forested.path("mapped_hectares").asDouble() / said.path("hectares").asDouble(),
        said.path("overall_accuracy").asDouble(),
        1e-9);
    assertTrue(Files.exists(out.resolve("accuracy.html")));
  }

  private static Coverscape.Result labelled(Path file, List<String> rows, String label)
      throws IOException {
    List<String> filled = new ArrayList<>(rows.subList(0, 1));
    rows.subList(1, rows.size()).forEach(row -> filled.add(row + label));
    Files.write(file, filled);
    return Coverscape.run("assess", job.toString(), "--labels", file.toString(), "--json");
  }

  @Test
  void thePreviewIsAPicture() throws IOException {
    assertTrue(ImageIO.read(job.resolve("preview.png").toFile()).getWidth() > 600);
  }
}
