package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.tools.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class GeoPackageWriterTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Crs UTM11 = Crs.ofEpsg(26911);
  private static final List<Column> COLUMNS =
      List.of(
          Column.integer("class_id"),
          Column.text("class"),
          Column.real("hectares"),
          Column.date("taken"));

  private final Path folder;

  GeoPackageWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Geometry box(double x, double y) {
    return GEOMETRY.toGeometry(new Envelope(x, x + 224, y, y + 224));
  }

  private Path write(Path file) throws IOException {
    try (GeoPackageWriter writer = GeoPackageWriter.create(file)) {
      GeoPackageLayer layer = writer.addLayer("land \"cover\"", UTM11, COLUMNS);
      for (int i = 0; i < 1000; i++) {
        layer.insert(
            box(500_000 + 224 * (i % 40), 3_700_000 + 224 * (i / 40)),
            List.of(i % 6 + 1, "größe", 5.0176, LocalDate.of(2022, 4, 30)));
      }
    }
    return file;
  }

  @Test
  void ogrinfoReadsLayerSystemCountAndExtent() throws IOException {
    String said = Tool.run("ogrinfo", "-so", "-al", write(folder.resolve("a.gpkg")).toString());
    assertTrue(said.contains("Layer name: land \"cover\""), said);
    assertTrue(said.contains("Geometry: Multi Polygon"), said);
    assertTrue(said.contains("Feature Count: 1000"), said);
    assertTrue(
        said.contains("Extent: (500000.000000, 3700000.000000) - (508960.000000, 3705600.000000)"),
        said);
    assertTrue(said.contains("ID[\"EPSG\",26911]"), said);
    assertTrue(said.contains("class_id: Integer64"), said);
    assertTrue(said.contains("taken: Date"), said);
    assertFalse(said.contains("Warning"), said);
    assertFalse(said.contains("ERROR"), said);
  }

  @Test
  void gdalFindsValidGeometryThroughTheIndexAndCanEditIt() throws IOException {
    String file = write(folder.resolve("b.gpkg")).toString();
    String valid =
        "SELECT count(*) AS n FROM \"land \"\"cover\"\"\" WHERE ST_IsValid(geom) AND"
            + " ST_MinX(geom) >= 500000";
    assertTrue(Tool.run("ogrinfo", "-dialect", "SQLITE", "-sql", valid, file).contains("= 1000"));
    String boxed =
        Tool.run("ogrinfo", "-so", "-al", "-spat", "500010", "3700010", "500020", "3700020", file);
    assertTrue(boxed.contains("Feature Count: 1\n"), boxed);
    String said = Tool.run("ogrinfo", "-sql", "DELETE FROM \"land \"\"cover\"\"\"", file);
    assertFalse(said.contains("ERROR"), said);
    assertTrue(Tool.run("ogrinfo", "-so", "-al", file).contains("Feature Count: 0"));
  }

  @Test
  void attributeNamesMayBeThoseOfTheKeyAndTheGeometry() throws IOException {
    Path file = folder.resolve("zones.gpkg");
    try (GeoPackageWriter writer = GeoPackageWriter.create(file)) {
      GeoPackageLayer layer =
          writer.addLayer("zones", Crs.WGS84, List.of(Column.text("FID"), Column.text("geom")));
      layer.insert(box(0, 0), Arrays.asList("x", null));
    }
    assertTrue(Tool.run("ogrinfo", "-al", file.toString()).contains("FID (String) = x"));
  }

  @Test
  void systemsWithoutCodeKeepTheirDefinition() throws IOException {
    String wkt = Crs.ofEpsg(26911).wkt().replace("-117.0", "-116.0");
    Crs own = Crs.parse(wkt.substring(0, wkt.lastIndexOf(",AUTHORITY")) + "]");
    assertTrue(own.epsg().isEmpty(), own.id());
    Path file = folder.resolve("own.gpkg");
    try (GeoPackageWriter writer = GeoPackageWriter.create(file)) {
      writer.addLayer("own", own, List.of()).insert(box(0, 0), List.of());
    }
    String said = Tool.run("ogrinfo", "-so", "-al", file.toString());
    assertTrue(said.contains("\"Longitude of natural origin\",-116"), said);
  }

  @Test
  void anOlderFileStaysUntilTheNewOneIsWhole() throws IOException {
    Path file = write(folder.resolve("c.gpkg"));
    byte[] before = Files.readAllBytes(file);
    GeoPackageWriter writer = GeoPackageWriter.create(file);
    writer.addLayer("other", UTM11, COLUMNS);
    writer.discard();
    writer.close();
    assertArrayEquals(before, Files.readAllBytes(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
    write(file);
    assertTrue(Files.size(file) > 0);
  }

  @Test
  void refusesWhatDoesNotFitTheLayer() throws IOException {
    try (GeoPackageWriter writer = GeoPackageWriter.create(folder.resolve("d.gpkg"))) {
      GeoPackageLayer layer = writer.addLayer("a", UTM11, List.of());
      assertThrows(
          IllegalArgumentException.class, () -> layer.insert(GEOMETRY.createPoint(), List.of()));
      assertThrows(IllegalArgumentException.class, () -> layer.insert(box(0, 0), List.of("more")));
      writer.discard();
    }
  }

  @Test
  void saysInOneSentenceThatAFolderIsMissing() {
    Path file = folder.resolve("nowhere").resolve("x.gpkg");
    IOException fault = assertThrows(IOException.class, () -> GeoPackageWriter.create(file));
    assertTrue(String.valueOf(fault.getMessage()).endsWith("may be written to."), fault.toString());
  }
}
