package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.vector.Feature;
import org.coverscape.engine.vector.FeatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

@Timeout(60)
class GeoPackageReaderTest {
  private static final Geometry BOX =
      new GeometryFactory().toGeometry(new Envelope(-117, -116, 33, 34));

  private final Path file;

  GeoPackageReaderTest(@TempDir Path folder) {
    file = folder.resolve("zones.gpkg");
  }

  private void write(String... layers) throws IOException {
    List<Column> columns =
        List.of(
            Column.text("pin"),
            Column.integer("n"),
            Column.real("ha"),
            Column.date("day"),
            new Column("ok", Column.Type.BOOLEAN));
    try (GeoPackageWriter writer = GeoPackageWriter.create(file)) {
      for (String name : layers) {
        GeoPackageLayer layer = writer.addLayer(name, Crs.WGS84, columns);
        layer.insert(BOX, List.of("007", 7L, 2.0, LocalDate.of(2022, 4, 30), true));
        layer.insert(BOX, Arrays.asList(null, null, null, null, null));
      }
    }
  }

  private FeatureException refusal(Optional<String> layer) {
    return assertThrows(FeatureException.class, () -> GeoPackageReader.read(file, layer));
  }

  @Test
  void attributesComeBackAsTheyWere() throws IOException {
    write("zones");
    List<Feature> features = GeoPackageReader.read(file, Optional.empty()).features();
    assertEquals(
        Map.of("pin", "007", "n", 7L, "ha", 2.0, "day", LocalDate.of(2022, 4, 30), "ok", true),
        features.get(0).attributes());
    assertEquals(Map.of(), features.get(1).attributes());
    assertTrue(BOX.equalsTopo(features.get(0).geometry()));
  }

  @Test
  void oneOfSeveralLayersIsNamed() throws IOException {
    write("a", "b c");
    assertEquals(2, GeoPackageReader.read(file, Optional.of("B C")).features().size());
    assertTrue(String.valueOf(refusal(Optional.empty()).getMessage()).contains("(a, b c)"));
    assertTrue(String.valueOf(refusal(Optional.of("x")).getMessage()).contains("no layer 'x'"));
    write();
    assertTrue(String.valueOf(refusal(Optional.empty()).getMessage()).contains("no layer of"));
  }

  @Test
  void otherDatabasesAreNoGeoPackages() throws SQLException {
    try (Connection connection = Sqlite.open(file)) {
      Sqlite.execute(connection, "CREATE TABLE x (y)");
    }
    assertEquals(
        file + " is not a GeoPackage; choose another file.",
        refusal(Optional.empty()).getMessage());
  }

  @Test
  void damagedGeometriesGiveOneSentence() {
    byte[] whole = GeoPackageGeometry.encode(BOX, 4326);
    assertTrue(BOX.equalsExact(GeoPackageGeometry.decode(whole)));
    Random random = new Random(7);
    int refused = 0;
    for (int round = 0; round < 5000; round++) {
      byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(Math.min(bytes.length, 50))] = (byte) random.nextInt();
      }
      try {
        GeoPackageGeometry.decode(bytes);
      } catch (FeatureException e) {
        refused++;
      }
    }
    assertTrue(refused > 4000, "refused " + refused);
  }

  @Test
  void damagedFilesGiveFeaturesOrOneSentence() throws IOException {
    write("zones");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(9);
    for (int round = 0; round < 150; round++) {
      byte[] bytes =
          random.nextInt(4) > 0
              ? whole.clone()
              : Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int i = 0; i < 40 && bytes.length > 16; i++) {
        bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);
      try {
        GeoPackageReader.read(file, Optional.empty());
      } catch (FeatureException e) {
        assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
      }
    }
  }
}
