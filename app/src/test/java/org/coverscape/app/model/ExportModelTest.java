package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.coverscape.engine.export.ExportFormat;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.place.FeatureFile;
import org.coverscape.engine.region.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportModelTest {
  @TempDir Path folder;

  private void export(Office office, Set<ExportFormat> formats, Path to, String crs)
      throws InterruptedException {
    office.export.export(formats, to, crs);
    assertTrue(office.export.busyProperty().get());
    office.until("it ends", () -> !office.export.busyProperty().get());
  }

  private Office scored() throws Exception {
    Office office = new Office(folder);
    office.ready(Office.CHIPS + 1);
    office.score();
    return office;
  }

  @Test
  void everyFormatIsWrittenAndNamed() throws Exception {
    try (Office office = scored()) {
      Path to = folder.resolve("deep/export");
      export(office, EnumSet.allOf(ExportFormat.class), to, "");
      assertEquals("", office.export.problemProperty().get());
      String done = office.export.doneProperty().get();
      for (ExportFormat format : ExportFormat.values()) {
        Path file = to.resolve(ExportModel.fileName(format));
        assertTrue(Files.size(file) > 0, file + " is empty");
        assertTrue(done.contains(ExportModel.fileName(format)), done);
        assertFalse(ExportModel.words(format).isEmpty());
      }
      assertTrue(Files.exists(to.resolve("landcover.prj")));
      assertTrue(
          Files.readString(to.resolve("areas.csv")).contains(LandCoverClass.CULTIVATED.label()));
    }
  }

  @Test
  void anotherSystemIsTaken() throws Exception {
    try (Office office = scored()) {
      Path to = folder.resolve("export");
      export(office, EnumSet.of(ExportFormat.GEOPACKAGE, ExportFormat.CSV), to, " EPSG:4326 ");
      assertEquals("", office.export.problemProperty().get());
      assertTrue(FeatureFile.read(to.resolve("landcover.gpkg")).crs().sameGround(Crs.WGS84));
    }
  }

  @Test
  void problemsAreToldInOneSentence() throws Exception {
    try (Office office = scored()) {
      Path taken = Files.createFile(folder.resolve("taken"));
      export(office, EnumSet.of(ExportFormat.CSV), taken.resolve("export"), "");
      assertEquals("", office.export.doneProperty().get());
      assertEquals(
          "The folder "
              + taken.resolve("export")
              + " cannot be made; choose another or change its permissions.",
          office.export.problemProperty().get());
      export(office, EnumSet.of(ExportFormat.GEOTIFF), folder.resolve("e"), "EPSG:nonsense");
      assertTrue(office.export.problemProperty().get().endsWith("."));
      Files.createDirectory(folder.resolve("f"));
      Files.createDirectory(folder.resolve("f/areas.csv"));
      export(office, EnumSet.of(ExportFormat.CSV), folder.resolve("f"), "");
      assertTrue(office.export.conflictProperty().get().startsWith("areas.csv is there already;"));
      export(office, EnumSet.of(ExportFormat.CSV), folder.resolve("f"), "");
      String problem = office.export.problemProperty().get();
      assertTrue(problem.endsWith(".") && problem.contains("areas.csv"), problem);
      export(office, EnumSet.of(ExportFormat.CSV), folder.resolve("g"), "");
      assertEquals("", office.export.problemProperty().get(), "a later one clears it");
    }
  }

  @Test
  void withoutAJobOrAFormatThereIsNothingToDo() throws Exception {
    try (Office office = new Office(folder)) {
      office.export.export(EnumSet.of(ExportFormat.CSV), folder, "");
      assertFalse(office.export.busyProperty().get());
    }
    try (Office office = scored()) {
      office.export.export(Set.of(), folder, "");
      assertFalse(office.export.busyProperty().get());
    }
  }

  @Test
  void whatIsScoredByNowIsWrittenWhileTheRunGoesOn() throws Exception {
    try (Office office = new Office(folder)) {
      office.ready(Office.CHIPS);
      office.model.letThrough(6);
      office.run.start(office.project.nextJobFolder());
      office.until("some are scored", () -> office.run.progressProperty().get().ended() == 6);
      export(office, EnumSet.of(ExportFormat.GEOTIFF), folder.resolve("part"), "");
      assertEquals("", office.export.problemProperty().get());
      assertTrue(Files.exists(folder.resolve("part/landcover.tif")));
      assertEquals(RunState.RUNNING, office.run.state());
    }
  }

  @Test
  void filesThatAreThereAreReplacedAtTheSecondWordOnly() throws Exception {
    try (Office office = scored()) {
      Path target = Files.createDirectories(folder.resolve("r"));
      Path table = Files.writeString(target.resolve("areas.csv"), "of somebody else");
      export(office, EnumSet.of(ExportFormat.CSV), target, "");
      assertEquals("of somebody else", Files.readString(table));
      assertEquals("", office.export.doneProperty().get());
      assertTrue(office.export.conflictProperty().get().contains("press Replace"));
      office.export.reconsider();
      export(office, EnumSet.of(ExportFormat.CSV), target, "");
      assertEquals("of somebody else", Files.readString(table), "it was asked anew");
      export(office, EnumSet.of(ExportFormat.CSV), target, "");
      assertTrue(Files.readString(table).startsWith("class"), Files.readString(table));
      assertEquals("", office.export.conflictProperty().get());
    }
  }
}
