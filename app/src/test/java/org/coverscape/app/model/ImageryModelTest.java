package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryTile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageryModelTest {
  @TempDir Path folder;
  private Office office;
  private ImageryModel imagery;

  ImageryModelTest() {
    office = new Office(Path.of("."));
    imagery = office.imagery;
    office.close();
  }

  @BeforeEach
  void open() {
    office = new Office(folder);
    imagery = office.imagery;
  }

  @AfterEach
  void close() {
    office.close();
  }

  private List<ImageryTile> add(Path... files) throws InterruptedException {
    List<ImageryTile> added = new ArrayList<>();
    imagery.add(List.of(files), added::addAll);
    office.until("it is read", () -> imagery.activityProperty().get().isEmpty());
    return added;
  }

  private void restore(Path place) {
    imagery.restore(office.content("kept", 1, place), () -> {});
  }

  @Test
  void imagesAreAddedAndPlanned() throws Exception {
    Path image = office.image("ne", 2021);
    imagery.cover(Office.ground(3));
    office.until("it is refused", () -> !imagery.refusalProperty().get().isEmpty());
    assertNull(imagery.planProperty().get());
    imagery.add(List.of(image), tiles -> {});
    assertEquals("Reading imagery …", imagery.activityProperty().get());
    office.until("there is a plan", () -> imagery.planProperty().get() != null);
    // what came between reading and watching is looked for once more
    office.until("it is read", () -> imagery.activityProperty().get().isEmpty());
    assertEquals("", imagery.refusalProperty().get());
    assertEquals(List.of(image), imagery.paths());
    assertEquals(List.of(2021), imagery.years());
    assertEquals(12, imagery.coverageProperty().get().chips());
    assertTrue(imagery.coverageProperty().get().isComplete());
  }

  @Test
  void aGapIsMeasured() throws Exception {
    add(office.image("ne", 2021));
    imagery.cover(Office.ground(Office.CHIPS + 1));
    office.until("there is a plan", () -> imagery.planProperty().get() != null);
    double gap = imagery.coverageProperty().get().gapHectares();
    assertEquals(22.3 * 89.4 / 100, gap, 0.1);
  }

  @Test
  void aYearIsChosenAmongThoseThatTouchTheRegion() throws Exception {
    add(office.image("ne", 2019), office.image("nw", 2021));
    imagery.cover(Office.ground(2));
    office.until("there is a plan", () -> imagery.planProperty().get() != null);
    assertEquals(List.of(2019, 2021), imagery.years());
    imagery.yearProperty().set(2019);
    assertNull(imagery.planProperty().get(), "the plan of another year is not offered meanwhile");
    office.until("there is a plan", () -> imagery.planProperty().get() != null);
    assertEquals(2019, imagery.planProperty().get().year().getAsInt());
    assertEquals(1, imagery.planProperty().get().tiles().size());
    imagery.yearProperty().set(2015);
    office.until("it is refused", () -> !imagery.refusalProperty().get().isEmpty());
  }

  @Test
  void whatIsNoImageIsRefusedInOneSentenceAndNotKept() throws Exception {
    Path good = office.image("ne", 2021);
    Path broken = Files.writeString(folder.resolve("broken.tif"), "not a TIFF");
    assertEquals(1, add(good, broken).size());
    assertEquals(1, office.notices.warned.size());
    String warned = office.notices.warned.get(0);
    assertTrue(warned.startsWith("1 image added. broken.tif was left out: "), warned);
    assertTrue(warned.endsWith("."), warned);
    assertEquals(List.of(good), imagery.paths());
  }

  @Test
  void aFolderWithoutImagesIsSaid() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(List.of(), add(empty));
    assertEquals(
        List.of(
            "No imagery was found in empty; choose GeoTIFF or MRF files, or a folder with some."),
        office.notices.warned);
    assertEquals(List.of(), imagery.paths());
  }

  @Test
  void aFolderIsKeptAsTheFolder() throws Exception {
    Path image = office.image("ne", 2021);
    assertEquals(1, add(folder).size());
    assertEquals(List.of(folder), imagery.paths());
    assertEquals(image, imagery.tiles().get(0).location().file().orElseThrow());
  }

  @Test
  void addedTwiceItIsThereOnce() throws Exception {
    Path image = office.image("ne", 2021);
    add(image);
    assertEquals(1, add(image).size(), "the user is told of it again");
    assertEquals(1, imagery.tiles().size());
    assertEquals(1, imagery.paths().size());
  }

  @Test
  void whatComesIntoAFolderAndGoesIsFollowed() throws Exception {
    Path images = Files.createDirectory(folder.resolve("images"));
    Path first = office.image("ne", 2021);
    Files.copy(first, images.resolve("a.tif"));
    assertEquals(1, add(images).size());
    imagery.cover(Office.ground(1));
    office.until("there is a plan", () -> imagery.planProperty().get() != null);

    place(first, images.resolve("b.tif"));
    office.until("it came", () -> imagery.tiles().size() == 2);
    office.until(
        "it is said", () -> office.notices.said.contains("1 image came or changed on the disk."));
    office.until("there is a plan", () -> imagery.planProperty().get() != null);
    assertEquals(2, imagery.planProperty().get().tiles().size());

    Files.delete(images.resolve("a.tif"));
    office.until("it went", () -> imagery.tiles().size() == 1);
    office.until("it is said", () -> office.notices.warned.contains("1 image went from the disk."));
  }

  /** Copies an image in one step: half an image would be read, and its other half told of later. */
  private void place(Path image, Path target) throws IOException {
    Path whole = Files.copy(image, folder.resolve("on its way"));
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void anyNumberOfChangesIsReadTogether() throws Exception {
    Path images = Files.createDirectory(folder.resolve("images"));
    Path first = office.image("ne", 2021);
    Files.copy(first, images.resolve("0.tif"));
    add(images);
    office.notices.said.clear();
    for (int i = 1; i <= 300; i++) {
      if (i % 100 == 0) {
        place(first, images.resolve(i + ".tif"));
      }
      imagery.follow();
    }
    office.until("all came", () -> imagery.tiles().size() == 4);
    office.until("it is over", () -> imagery.activityProperty().get().isEmpty());
    assertEquals(List.of(), office.notices.warned);
    assertTrue(office.notices.said.size() <= 2, office.notices.said::toString);
    assertEquals(
        List.of("0.tif", "100.tif", "200.tif", "300.tif"),
        imagery.tiles().stream().map(tile -> tile.location().name()).sorted().toList());
  }

  @Test
  void aFolderThatComesBackIsTakenInAgain() throws Exception {
    Path images = folder.resolve("images");
    restore(images);
    office.until("it is missed", () -> imagery.missing().equals(List.of(images)));
    Path aside = Files.createDirectory(folder.resolve("aside"));
    Files.move(office.image("ne", 2021), aside.resolve("a.tif"));
    Files.move(aside, images);
    office.until("it is there", () -> imagery.tiles().size() == 1);
    office.until("nothing is missed", () -> imagery.missing().isEmpty());
  }

  @Test
  void aFolderThatMovedIsFoundAgain() throws Exception {
    Path images = Files.createDirectory(folder.resolve("images"));
    Files.move(office.image("ne", 2021), images.resolve("a.tif"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(images, elsewhere.resolve("images"));

    restore(images);
    office.until("it is missed", () -> imagery.missing().equals(List.of(images)));
    assertEquals(List.of(), imagery.tiles());

    imagery.find(images, elsewhere);
    office.until("it is found", () -> imagery.missing().isEmpty());
    assertEquals(List.of(elsewhere.resolve("images")), imagery.paths());
    assertEquals(1, imagery.tiles().size());
  }

  @Test
  void aFolderThatIsNotTheMissingOneIsSaid() throws Exception {
    Path lost = folder.resolve("lost");
    restore(lost);
    office.until("it is missed", () -> !imagery.missing().isEmpty());
    office.until("it is said", () -> !office.notices.warned.isEmpty());
    office.notices.warned.clear();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    imagery.find(lost, empty);
    office.until("it is said", () -> !office.notices.warned.isEmpty());
    assertEquals(
        List.of(
            "No imagery was found in empty; choose GeoTIFF or MRF files, or a folder with some."),
        office.notices.warned);
    assertEquals(List.of(lost), imagery.missing());
  }

  @Test
  void coarseImageryIsTakenOnlyWhenAllowed() throws Exception {
    Path coarse =
        TiffFixtures.sceneOf(2, org.coverscape.engine.fixtures.Ground.noise(1)).writeTo(folder);
    add(coarse);
    imagery.cover(Office.ground(1));
    office.until("it is refused", () -> !imagery.refusalProperty().get().isEmpty());
    imagery.coarseAllowedProperty().set(true);
    office.until("there is a plan", () -> imagery.planProperty().get() != null);
    assertTrue(imagery.planProperty().get().anyGsd());
  }

  @Test
  void nothingOfAFormerProjectComesAfterItIsClosed() throws Exception {
    imagery.cover(Office.ground(2));
    imagery.yearProperty().set(2021);
    imagery.add(List.of(office.image("ne", 2021)), tiles -> {});
    imagery.clear();
    assertEquals(List.of(), add(Files.createDirectory(folder.resolve("other"))));
    office.screen.turn();
    assertEquals(List.of(), imagery.tiles());
    assertEquals(List.of(), imagery.paths());
    assertNull(imagery.planProperty().get());
    assertNull(imagery.coverageProperty().get());
    imagery.cover(Office.ground(2));
    office.until("it is refused", () -> !imagery.refusalProperty().get().isEmpty());
    assertNotNull(imagery.coverageProperty().get());
  }
}
