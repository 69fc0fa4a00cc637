package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.coverscape.app.overlay.OverlayView;
import org.coverscape.app.run.JobLoader;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectView;
import org.coverscape.engine.store.ProjectFile;
import org.coverscape.engine.store.ProjectLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectModelTest {
  @TempDir Path folder;

  private static void open(Office office, Path file) throws InterruptedException {
    office.project.open(file);
    office.until("it is open", () -> !office.project.openingProperty().get());
  }

  private static String warned(Office office) throws InterruptedException {
    office.until("a warning", () -> !office.notices.warned.isEmpty());
    String sentence = office.notices.warned.get(0);
    assertTrue(sentence.endsWith("."), sentence);
    return sentence;
  }

  @Test
  void closingAndOpeningBringsAllBack() throws Exception {
    Path file;
    try (Office office = new Office(folder)) {
      file = office.ready(Office.CHIPS);
      office.score();
      office.settings.change(s -> s.withDark(true));
      office.colours.change(LandCoverClass.SHRUB, 0x123456);
      office.overlay.viewProperty().set(OverlayView.CONFIDENCE);
      office.overlay.thresholdProperty().set(40);
      office.overlay.opacityProperty().set(0.3);
      office.display.bandsProperty().set(BandView.COLOUR_INFRARED);
      office.imagery.yearProperty().set(2021);
      office.layers.move(office.layers.entries().get(0), 1);
      office.camera.set(Optional.of(new ProjectView(-98.9, 39.9, 2.5)));
      office.leave();
    }
    try (Office office = new Office(folder)) {
      assertEquals(List.of(file.toString()), office.settings.get().recent());
      assertTrue(office.settings.get().dark());
      open(office, file);
      office.until("the job is back", () -> office.run.job().isPresent());
      assertEquals("Field", office.project.nameProperty().get());
      assertEquals("Field", office.region.nameProperty().get());
      assertEquals(
          Office.ground(Office.CHIPS).geometry(), office.region.region().orElseThrow().geometry());
      assertEquals(1, office.imagery.tiles().size());
      assertEquals(2021, office.imagery.year().orElseThrow());
      assertEquals(0x123456, office.colours.colours().of(LandCoverClass.SHRUB));
      assertEquals(OverlayView.CONFIDENCE, office.overlay.viewProperty().get());
      assertEquals(40, office.overlay.thresholdProperty().get());
      assertEquals(0.3, office.overlay.opacityProperty().get());
      assertEquals(BandView.COLOUR_INFRARED, office.display.bandsProperty().get());
      assertEquals("cells", office.layers.entries().get(0).id());
      assertEquals(Optional.of(new ProjectView(-98.9, 39.9, 2.5)), office.camera.get());
      assertEquals(1, office.services.named().size());
      assertEquals(RunState.FINISHED, office.run.state());
      assertEquals(20, office.run.progressProperty().get().ended());
      assertEquals(0, office.run.areasProperty().get().pendingCells());
      assertEquals(List.of(), office.notices.warned);
      assertEquals(List.of(), office.notices.offers);
      office.until("another run may begin", office.run::canStart);
    }
  }

  @Test
  void aJobThatWasCutShortIsOfferedAndGoesOn() throws Exception {
    Path file;
    try (Office office = new Office(folder)) {
      file = office.ready(Office.CHIPS);
      office.model.letThrough(7);
      office.run.start(office.project.nextJobFolder());
      office.until("some are scored", () -> office.run.progressProperty().get().ended() == 7);
      // a killed program: nothing is closed, and the file is as it was last saved
      Path killed = folder.resolve("killed");
      office.until("it is saved", () -> ProjectFile.read(file).jobs().size() == 1);
      assertEquals("running", ProjectFile.read(file).jobs().get(0).state());
      Path journal = office.run.job().orElseThrow().journal();
      office.until("it is on the disk", () -> JobLoader.load(journal).progress().ended() == 7);
      copy(folder, killed);
    }
    try (Office office = new Office(folder.resolve("killed"))) {
      open(office, folder.resolve("killed").resolve(file.getFileName()));
      office.until("it is offered", () -> !office.notices.offers.isEmpty());
      Said.Offer offer = office.notices.offers.get(0);
      assertEquals("The last run was cut short: 7 of 20 chips are scored.", offer.sentence());
      assertEquals("Continue where it stopped", offer.action());
      assertEquals(RunState.STOPPED, office.run.state());
      office.services.remove(office.services.rows().get(1));
      office.serve();
      offer.act().run();
      office.until("it ends", () -> office.run.state() == RunState.FINISHED);
      assertEquals(13, office.model.answered.get(), "only what is missing is scored");
      assertEquals("finished", office.project.jobs().get(0).state());
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    List<Path> files;
    try (var walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  @Test
  void aWindowClosedInMidJobIsOfferedTheSame() throws Exception {
    Path file;
    try (Office office = new Office(folder)) {
      file = office.ready(Office.CHIPS);
      office.model.letThrough(7);
      office.run.start(office.project.nextJobFolder());
      office.until("some are scored", () -> office.run.progressProperty().get().ended() == 7);
      office.leave();
    }
    try (Office office = new Office(folder)) {
      open(office, file);
      office.until("it is offered", () -> !office.notices.offers.isEmpty());
    }
  }

  @Test
  void imageryThatIsGoneIsToldAndStaysInTheProject() throws Exception {
    Path file;
    try (Office office = new Office(folder)) {
      file = office.ready(Office.CHIPS);
      office.score();
      office.leave();
    }
    Path image = folder.resolve("m_3909801_ne_14_1_20210615.tif");
    Files.move(image, folder.resolve("away"));
    try (Office office = new Office(folder)) {
      open(office, file);
      assertTrue(warned(office).contains("m_3909801_ne_14_1_20210615.tif"));
      office.until("the job is back", () -> office.run.job().isPresent());
      assertEquals(RunState.FINISHED, office.run.state());
      assertFalse(office.run.canGoOn());
      assertEquals(List.of(image), office.imagery.paths());
      office.leave();
    }
    assertEquals(List.of(image), ProjectFile.read(file).imagery());
  }

  @Test
  void aLockedProjectIsShownAndNotSaved() throws Exception {
    Path file = folder.resolve("a.coverscape");
    ProjectFile.create(file, Project.empty("Mine"));
    byte[] before = Files.readAllBytes(file);
    try (ProjectLock other = ProjectLock.of(file);
        Office office = new Office(folder)) {
      assertNotEquals(null, other);
      open(office, file);
      assertTrue(warned(office).contains("open in another Coverscape window"));
      assertEquals("Mine", office.project.nameProperty().get());
      assertEquals(warned(office), office.project.readOnlyProperty().get());
      office.colours.change(LandCoverClass.SHRUB, 1);
      office.project.save();
      office.leave();
      assertEquals(java.util.Arrays.hashCode(before), hash(file));
    }
  }

  private static int hash(Path file) throws Exception {
    return java.util.Arrays.hashCode(Files.readAllBytes(file));
  }

  @Test
  void aCopyOfALockedProjectCanBeSavedButNotOverAnotherLockedOne() throws Exception {
    Path file = folder.resolve("a.coverscape");
    Path taken = folder.resolve("b.coverscape");
    ProjectFile.create(file, Project.empty("a"));
    ProjectFile.create(taken, Project.empty("b"));
    try (ProjectLock first = ProjectLock.of(file);
        ProjectLock second = ProjectLock.of(taken);
        Office office = new Office(folder)) {
      assertNotEquals(first, second);
      open(office, file);
      office.notices.warned.clear();
      office.project.saveAs(taken);
      assertTrue(warned(office).contains("open in another Coverscape window"));
      assertEquals("b", ProjectFile.read(taken).name());
      office.project.saveAs(folder.resolve("c.coverscape"));
      office.until("it is saved", () -> !office.notices.said.isEmpty());
      assertEquals("c", office.project.nameProperty().get());
      assertEquals("", office.project.readOnlyProperty().get());
      office.project.saveAs(folder.resolve("c.coverscape"));
      office.screen.turn();
      assertEquals("", office.project.readOnlyProperty().get(), "its own lock is no other's");
      office.leave();
    }
  }

  @Test
  void aReadOnlyFolderIsToldAndShown() throws Exception {
    Path deep = Files.createDirectory(folder.resolve("ro"));
    Path file = deep.resolve("a.coverscape");
    ProjectFile.create(file, Project.empty("a"));
    assumeTrue(deep.toFile().setWritable(false) && !Files.isWritable(deep), "root may write all");
    try (Office office = new Office(folder)) {
      open(office, file);
      assertTrue(warned(office).contains("cannot be written to"));
      assertEquals("a", office.project.nameProperty().get());
    } finally {
      assertTrue(deep.toFile().setWritable(true));
    }
  }

  @Test
  void insteadOfABrokenMissingOrNewerProjectThereIsAnEmptyOne() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.coverscape"), "nonsense ".repeat(99));
    Path newer = folder.resolve("newer.coverscape");
    ProjectFile.create(newer, Project.empty("newer"));
    byte[] bytes = Files.readAllBytes(newer);
    // the user version of an SQLite file is at byte 60
    bytes[60] = 1;
    Files.write(newer, bytes);
    for (Path file : List.of(broken, newer, folder.resolve("gone.coverscape"))) {
      try (Office office = new Office(folder)) {
        office.settings.change(s -> s.withRecent(file.toString()));
        open(office, file);
        assertTrue(warned(office).contains(file.getFileName().toString()), warned(office));
        office.until("there is a project", () -> office.project.fileProperty().get() != null);
        assertEquals(Files.exists(file), office.settings.get().recent().contains(file.toString()));
        assertTrue(office.project.nameProperty().get().startsWith("Untitled"));
      }
    }
  }

  @Test
  void whatIsOpenStaysOpenWhenAnotherCannotBeOpened() throws Exception {
    try (Office office = new Office(folder)) {
      Path file = office.ready(2);
      open(office, folder.resolve("gone.coverscape"));
      assertEquals(file, office.project.fileProperty().get());
      assertTrue(office.region.region().isPresent());
      open(office, file);
      assertEquals("", office.project.readOnlyProperty().get(), "opened again by itself");
      assertEquals(1, office.notices.warned.size());
    }
  }

  @Test
  void anotherProjectTakesThePlaceOfThisOne() throws Exception {
    try (Office office = new Office(folder)) {
      Path first = office.ready(2);
      office.score();
      Path second = folder.resolve("second.coverscape");
      office.project.create(second, Project.empty("second"));
      office.until("it is open", () -> second.equals(office.project.fileProperty().get()));
      office.until("it is read", () -> !office.project.openingProperty().get());
      assertEquals(Optional.empty(), office.run.job());
      assertEquals(Optional.empty(), office.region.region());
      assertEquals(List.of(), office.imagery.tiles());
      assertEquals(List.of(), office.project.jobs());
      assertEquals("", office.legend.region().hectaresProperty().get());
      assertFalse(office.pad.canUndoProperty().get());
      assertEquals(1, ProjectFile.read(first).jobs().size());
      assertEquals(List.of(second.toString(), first.toString()), office.settings.get().recent());
    }
  }

  @Test
  void jobsAndProjectsGetNamesThatAreFree() throws Exception {
    try (Office office = new Office(folder)) {
      office.ready(1);
      Path first = office.project.nextJobFolder();
      office.score();
      assertNotEquals(first, office.project.nextJobFolder());
    }
    assertEquals(folder.resolve("Field 2.coverscape"), ProjectModel.free(folder, "Field"));
    assertEquals("a.b", ProjectModel.nameOf(Path.of("/x/a.b.coverscape")));
  }
}
