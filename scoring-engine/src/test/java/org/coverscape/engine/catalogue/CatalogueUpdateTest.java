package org.coverscape.engine.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueUpdateTest {
  private final SqliteTileCatalog catalog = SqliteTileCatalog.inMemory();
  private final Counted access = new Counted();
  @TempDir private Path folder;
  private Path image;

  /** Counts the headers that are read. */
  private static final class Counted implements ImageryAccess {
    private final ImageryAccess all = AnyImagery.local();
    private int described;

    @Override
    public ImageryTile describe(ImageLocation location) throws IOException {
      described++;
      return all.describe(location);
    }

    @Override
    public String fingerprint(ImageLocation location) throws IOException {
      return all.fingerprint(location);
    }

    @Override
    public boolean isImage(String name) {
      return all.isImage(name);
    }

    @Override
    public RasterReader open(ImageryTile tile) throws IOException {
      return all.open(tile);
    }
  }

  @BeforeEach
  void makeImage() throws IOException {
    Files.createDirectories(folder.resolve("first"));
    image = new TiffFixtures(folder.resolve("first")).utm(Ground.noise(1));
    Files.copy(image, image.resolveSibling("other.tif"));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void onlyWhatIsNewOrChangedIsRead() throws IOException {
    CatalogueChange first = update();
    assertEquals(2, first.added().size());
    assertEquals(2, access.described);

    CatalogueChange second = update();
    assertEquals(2, second.unchanged().size());
    assertTrue(second.isEmpty());
    assertEquals(2, access.described);

    Files.setLastModifiedTime(image, FileTime.from(Instant.EPOCH));
    CatalogueChange third = update();
    assertEquals(1, third.unchanged().size());
    assertEquals(List.of(ImageLocation.of(image)), locations(third.changed()));
    assertEquals(3, access.described);
    assertEquals(2, catalog.all().size());
  }

  @Test
  void whatIsGoneIsReportedAndKept() throws IOException {
    update();
    Files.delete(image);
    CatalogueChange change = update();
    assertEquals(List.of(ImageLocation.of(image)), locations(change.missing()));
    assertEquals(1, change.unchanged().size());
    assertEquals(2, catalog.all().size());
    CatalogueChange elsewhere =
        CatalogueUpdate.run(
            access,
            catalog,
            List.of(ImageLocation.of(image.resolveSibling("other.tif"))),
            count -> {});
    assertEquals(List.of(), elsewhere.missing());
  }

  @Test
  void aFolderThatMovedIsFoundAgain() throws IOException {
    update();
    Path moved = folder.resolve("second");
    Files.move(folder.resolve("first"), moved);
    CatalogueChange change =
        CatalogueUpdate.run(access, catalog, List.of(ImageLocation.of(moved)), count -> {});
    assertEquals(2, change.moved().size());
    assertEquals(List.of(), change.added());
    assertEquals(List.of(), change.missing());
    assertEquals(
        List.of(moved, moved),
        catalog.all().stream()
            .map(tile -> tile.location().file().orElseThrow().getParent())
            .toList());
  }

  @Test
  void aCopyIsNoMove() throws IOException {
    update();
    Path copy = folder.resolve("second");
    Files.createDirectories(copy);
    Files.copy(image, copy.resolve(image.getFileName()));
    Files.setLastModifiedTime(copy.resolve(image.getFileName()), Files.getLastModifiedTime(image));
    CatalogueChange change =
        CatalogueUpdate.run(access, catalog, List.of(ImageLocation.of(copy)), count -> {});
    assertEquals(1, change.added().size());
    assertEquals(3, catalog.all().size());
  }

  /** Copies what lies in a folder as backups do, with the times of the files. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private CatalogueChange updateOf(String name) {
    ImageLocation place = ImageLocation.of(folder.resolve(name));
    return CatalogueUpdate.run(access, catalog, List.of(place), count -> {});
  }

  @Test
  void aCopyOfImagesWhoseDriveIsAwayIsNoMove() throws IOException {
    update();
    Path drive = Files.move(folder.resolve("first"), folder.resolve("unplugged"));
    Files.createDirectory(folder.resolve("first")); // where it is mounted
    copy(drive, folder.resolve("second"));
    CatalogueChange change = updateOf("second");
    assertEquals(List.of(), change.moved());
    assertEquals(2, change.added().size());
    assertEquals(2, change.away().size());
    assertEquals(List.of(), change.missing());
    assertEquals(4, catalog.all().size());
    Files.delete(folder.resolve("first"));
    Files.move(drive, folder.resolve("first"));
    assertEquals(2, updateOf("first").unchanged().size());
  }

  @Test
  void aFileThatMovedFromAmongOthersHasMoved() throws IOException {
    update();
    Path to = Files.createDirectory(folder.resolve("second")).resolve(image.getFileName());
    Files.move(image, to);
    CatalogueChange change = updateOf("second");
    assertEquals(1, change.moved().size());
    assertEquals(List.of(), change.away());
    assertEquals(2, catalog.all().size());
  }

  @Test
  void itEndsWhenItIsStoppedAndKeepsWhatItRead() {
    ImageLocation place = ImageLocation.of(folder);
    assertThrows(
        CancellationException.class,
        () ->
            CatalogueUpdate.run(
                access, catalog, List.of(place), count -> Thread.currentThread().interrupt()));
    assertTrue(Thread.interrupted(), "whoever stopped it can tell");
    assertEquals(1, access.described);
    assertEquals(1, catalog.all().size());
  }

  @Test
  void itIsStoppedAtTheLastImageToo() {
    ImageLocation place = ImageLocation.of(folder);
    assertThrows(
        CancellationException.class,
        () ->
            CatalogueUpdate.run(
                access,
                catalog,
                List.of(place),
                count -> {
                  if (count == 2) {
                    Thread.currentThread().interrupt();
                  }
                }));
    assertTrue(Thread.interrupted(), "whoever stopped it can tell");
    assertEquals(2, catalog.all().size());
  }

  @Test
  void aKnownImageThatIsBrokenNowIsRefused() throws IOException {
    update();
    Files.writeString(image, "no image any more");
    List<Integer> progress = new ArrayList<>();
    CatalogueChange change =
        CatalogueUpdate.run(access, catalog, List.of(ImageLocation.of(folder)), progress::add);
    assertEquals(1, change.refused().size());
    assertEquals(ImageLocation.of(image), change.refused().get(0).location());
    assertEquals(List.of(1, 2), progress);
  }

  private CatalogueChange update() {
    return CatalogueUpdate.run(access, catalog, List.of(ImageLocation.of(folder)), count -> {});
  }

  private static List<ImageLocation> locations(List<ImageryTile> tiles) {
    return tiles.stream().map(ImageryTile::location).toList();
  }
}
