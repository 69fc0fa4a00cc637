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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SqliteTileCatalogTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Path folder;

  SqliteTileCatalogTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Geometry box(double west, double south) {
    return GEOMETRY.toGeometry(new Envelope(west, west + 0.0625, south, south + 0.0625));
  }

  private static ImageryTile tile(String id, String date, double west, double south) {
    Optional<LocalDate> day =
        date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    return Tiles.tile(id, day, box(west, south));
  }

  private static List<String> ids(List<ImageryTile> tiles) {
    return tiles.stream().map(ImageryTile::id).toList();
  }

  @Test
  void keepsEveryFieldOfATile() {
    Path file = folder.resolve("sub").resolve("a.sqlite");
    ImageryTile tile = tile("m_1", "2022-04-30", -117, 33);
    try (SqliteTileCatalog catalog = SqliteTileCatalog.open(file)) {
      catalog.put(tile);
      catalog.put(tile("m_2", "", -118, 33));
    }
    try (SqliteTileCatalog catalog = SqliteTileCatalog.open(file)) {
      assertEquals(List.of("m_1", "m_2"), ids(catalog.all()));
      assertEquals(tile, catalog.all().get(0));
      assertEquals(tile("m_2", "", -118, 33), catalog.all().get(1));
      assertEquals(Optional.of("12-34"), catalog.fingerprint(tile.location()));
      assertEquals(
          Optional.empty(), catalog.fingerprint(ImageLocation.of(Path.of("/imagery/none.tif"))));
    }
  }

  @Test
  void putsInPlaceOfTheSamePath() {
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      catalog.put(tile("m", "2020-01-01", -117, 33));
      catalog.put(tile("m", "2022-01-01", -100, 40));
      assertEquals(1, catalog.all().size());
      assertEquals(List.of(), catalog.covering(Region.ofDegrees(-118, 32, -116, 34), any()));
      assertEquals(List.of("m"), ids(catalog.covering(Region.ofDegrees(-101, 39, -99, 41), any())));
    }
  }

  @Test
  void newestFirstUndatedLastThenById() {
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      catalog.put(tile("c", "", -117, 33));
      catalog.put(tile("b", "2020-06-01", -117, 33));
      catalog.put(tile("d", "2022-06-01", -117, 33));
      catalog.put(tile("a", "2020-06-01", -117, 33));
      Region region = Region.ofDegrees(-117, 33, -116.99, 33.01);
      assertEquals(List.of("d", "a", "b", "c"), ids(catalog.covering(region, any())));
      assertEquals(List.of("a", "b"), ids(catalog.covering(region, OptionalInt.of(2020))));
      assertEquals(List.of(), catalog.covering(region, OptionalInt.of(2021)));
    }
  }

  @Test
  void coversExactlyWhatBruteForceCovers() {
    Random random = new Random(1);
    List<ImageryTile> tiles = new ArrayList<>();
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      for (int i = 0; i < 500; i++) {
        double west = -118 + random.nextDouble() * 2;
        Geometry shape = box(west, 32 + random.nextDouble() * 2).buffer(0.01, 3);
        tiles.add(Tiles.tile("t" + i, Optional.of(LocalDate.of(2000 + i % 20, 1, 1)), shape));
        catalog.put(tiles.get(i));
      }
      for (int i = 0; i < 50; i++) {
        double x = -118 + random.nextDouble() * 2;
        double y = 32 + random.nextDouble() * 2;
        Geometry thin =
            GEOMETRY.createPolygon(
                new Coordinate[] {
                  new Coordinate(x, y),
                  new Coordinate(x + 0.4, y + 0.4),
                  new Coordinate(x + 0.39, y + 0.4),
                  new Coordinate(x, y)
                });
        List<String> expected =
            tiles.stream()
                .filter(tile -> tile.footprint().intersects(thin))
                .map(ImageryTile::id)
                .sorted()
                .toList();
        List<String> found =
            ids(catalog.covering(new Region(thin, Crs.WGS84), any())).stream().sorted().toList();
        assertEquals(expected, found);
      }
    }
  }

  @Test
  void regionsMayBeInMetres() {
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      catalog.put(tile("m", "2020-01-01", -117.05, 33));
      Geometry metres = GEOMETRY.toGeometry(new Envelope(499_000, 500_000, 3_652_000, 3_653_000));
      Region region = new Region(metres, Crs.ofEpsg(26911));
      assertEquals(List.of("m"), ids(catalog.covering(region, any())));
    }
  }

  @Test
  void manyThreadsAndConnectionsPutAndAskAtOnce() {
    Path file = folder.resolve("busy.sqlite");
    try (SqliteTileCatalog one = SqliteTileCatalog.open(file);
        SqliteTileCatalog two = SqliteTileCatalog.open(file)) {
      List<CompletableFuture<Void>> work = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int worker = i;
        SqliteTileCatalog mine = i % 2 == 0 ? one : two;
        work.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int k = 0; k < 25; k++) {
                    mine.put(tile(worker + "-" + k, "2020-01-01", -117, 33));
                    mine.covering(Region.ofDegrees(-117, 33, -116.99, 33.01), any());
                  }
                }));
      }
      work.forEach(CompletableFuture::join);
      assertEquals(200, one.all().size());
    }
  }

  @Test
  void refusesWhatIsNoCatalogue() throws IOException, SQLException {
    Path text = Files.writeString(folder.resolve("text.sqlite"), "no database ".repeat(100));
    assertEquals(text + " is not a database; choose another file.", refusal(text).getMessage());
    Path other = folder.resolve("other.sqlite");
    try (Connection connection = Sqlite.open(other)) {
      Sqlite.execute(connection, "CREATE TABLE x (y)");
    }
    assertEquals(
        other + " is not a catalogue of imagery; choose another file.",
        refusal(other).getMessage());
    Path newer = folder.resolve("newer.sqlite");
    SqliteTileCatalog.open(newer).close();
    try (Connection connection = Sqlite.open(newer)) {
      Sqlite.execute(connection, "PRAGMA user_version=2");
    }
    assertTrue(String.valueOf(refusal(newer).getMessage()).contains("newer version"));
    assertTrue(refusal(folder).getMessage() != null);
  }

  private static StoreException refusal(Path file) {
    return assertThrows(StoreException.class, () -> SqliteTileCatalog.open(file).close());
  }

  private static OptionalInt any() {
    return OptionalInt.empty();
  }
}
