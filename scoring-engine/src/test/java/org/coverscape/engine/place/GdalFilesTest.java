package org.coverscape.engine.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.store.Column;
import org.coverscape.engine.store.GeoPackageLayer;
import org.coverscape.engine.store.GeoPackageReader;
import org.coverscape.engine.store.GeoPackageWriter;
import org.coverscape.engine.tools.Tool;
import org.coverscape.engine.vector.Feature;
import org.coverscape.engine.vector.FeatureCollection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The same polygons as GDAL writes them to each kind of file are read as equal ones. */
class GdalFilesTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Path folder;

  GdalFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A ring with a hole, two parts, and a star of many corners, in the system's own units. */
  private static List<Geometry> shapes(Crs crs) {
    double[] centre = {-117, 33};
    Crs.WGS84.to(crs).transform(centre, 1);
    double unit = crs.isGeographic() ? 0.01 : 1000;
    Geometry disc = disc(centre[0], centre[1], unit, 100);
    Geometry holed = disc.difference(disc(centre[0], centre[1], unit / 2, 40));
    Geometry island = disc(centre[0], centre[1], unit / 4, 20);
    return List.of(
        holed,
        GEOMETRY.createMultiPolygon(
            new Polygon[] {
              (Polygon) disc(centre[0] + 5 * unit, centre[1], unit, 16), (Polygon) island
            }));
  }

  private static Geometry disc(double x, double y, double radius, int corners) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    ring[corners] = ring[0];
    return GEOMETRY.createPolygon(ring);
  }

  private Path original(Crs crs) throws IOException {
    Path file = folder.resolve("original.gpkg");
    try (GeoPackageWriter writer = GeoPackageWriter.create(file)) {
      GeoPackageLayer layer =
          writer.addLayer("shapes", crs, List.of(Column.text("name"), Column.integer("n")));
      long n = 0;
      for (Geometry shape : shapes(crs)) {
        layer.insert(shape, List.of("Größe " + n, n++));
      }
    }
    return file;
  }

  private String made(Path original, String ending, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("ogr2ogr"));
    command.addAll(List.of(options));
    Path file = folder.resolve("made." + ending);
    command.add(file.toString());
    command.add(original.toString());
    String said = Tool.run(command, "");
    assertTrue(Files.exists(file), said);
    return file.toString();
  }

  private static void assertSame(String file, Crs crs, double tolerance) {
    FeatureCollection read = FeatureFile.read(file);
    double[] there = {-117.01, 33.02};
    double[] expected = there.clone();
    Crs.WGS84.to(read.crs()).transform(there, 1);
    Crs.WGS84.to(crs).transform(expected, 1);
    assertEquals(expected[0], there[0], Math.abs(expected[0]) * 1e-9, file);
    assertEquals(expected[1], there[1], Math.abs(expected[1]) * 1e-9, file);
    List<Geometry> shapes = shapes(crs);
    assertEquals(shapes.size(), read.features().size());
    for (int i = 0; i < shapes.size(); i++) {
      Feature feature = read.features().get(i);
      Geometry flat = GEOMETRY.buildGeometry(List.of(feature.geometry())).union();
      assertTrue(
          shapes.get(i).union().norm().equalsExact(flat.norm(), tolerance),
          file + ": " + flat + " is not " + shapes.get(i));
      assertEquals("Größe " + i, feature.attributes().get("name"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4326, 26911, 5070})
  void readsWhatGdalWrites(int code) throws IOException {
    Crs crs = Crs.ofEpsg(code);
    Path original = original(crs);
    assertEquals(crs, GeoPackageReader.read(original, java.util.Optional.empty()).crs());
    assertSame(original.toString(), crs, 0);
    assertSame(made(original, "gpkg", "-f", "GPKG"), crs, 0);
    String shapefile = made(original, "shp", "-lco", "ENCODING=UTF-8");
    assertSame(shapefile, crs, 0);
    assertSame(zipped(shapefile), crs, 0);
    double rounding = crs.isGeographic() ? 1e-12 : 1e-8;
    assertSame(made(original, "geojson", "-lco", "COORDINATE_PRECISION=15"), crs, rounding);
    if (crs.isGeographic()) {
      assertSame(made(original, "kml", "-f", "LIBKML"), crs, 1e-9);
    }
    Region region = RegionSource.read(shapefile);
    double area = shapes(crs).stream().mapToDouble(Geometry::getArea).sum();
    assertEquals(area, region.geometry().getArea(), area * 1e-9);
  }

  private String zipped(String shapefile) throws IOException {
    Path zip = folder.resolve("made.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String ending : List.of("dbf", "prj", "cpg", "shp", "shx")) {
        out.putNextEntry(new ZipEntry("folder/MADE." + ending));
        Files.copy(Path.of(shapefile.replaceFirst("shp$", ending)), out);
      }
    }
    return zip.toString();
  }
}
