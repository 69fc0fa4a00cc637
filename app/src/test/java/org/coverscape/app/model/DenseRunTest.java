package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coverscape.app.run.JobLoader;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.map.MapPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the window that ask for cells of 32 m. */
@Timeout(120)
class DenseRunTest {
  /** The north-western cell of the image, and the one south of it. */
  private static final int ROW = (int) TiffFixtures.NORTH / 32 - 1;

  private static final int COL = (int) TiffFixtures.WEST / 32;

  private final Path folder;

  DenseRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static MapPoint middle(Office office, int row, int col) {
    OpenJob job = office.run.job().orElseThrow();
    return job.grid().box(job.grid().grid().cell(row, col)).centre();
  }

  @Test
  void cellsArePaintedMeasuredReadAndRemembered() throws Exception {
    try (Office office = new Office(folder)) {
      office.model.offerCells();
      office.ready(Office.CHIPS);
      office.until("they are offered", () -> office.services.denseProperty().get());
      office.services.cellsProperty().set(CellSize.DENSE);
      office.score();
      assertEquals("", office.run.problemProperty().get());
      assertEquals(20, office.run.progressProperty().get().total());
      assertEquals(20, office.run.progressProperty().get().ended());
      OpenJob job = office.run.job().orElseThrow();
      assertEquals(32, job.grid().grid().cellSize());
      assertEquals(Optional.of("cultivated"), job.cells().label(ROW, COL));
      assertEquals(70, job.cells().confidence(ROW, COL));
      assertEquals(90, job.cells().confidence(ROW - 1, COL));
      assertEquals(Optional.empty(), job.cells().label(ROW + 1, COL));
      var ground = office.run.areasProperty().get();
      assertEquals(20 * 49, ground.report().region().cells());
      assertEquals(0, ground.pendingCells());
      checkReading(office);
      checkLoading(office, job);
    }
  }

  private static void checkReading(Office office) throws Exception {
    office.reading.hover(middle(office, ROW, COL));
    office.until("it is told", () -> office.reading.hoverProperty().get() != null);
    assertEquals("cultivated  0.70", office.reading.hoverProperty().get().landCover());
    office.reading.inspect(middle(office, ROW, COL));
    office.until("it is shown", () -> office.reading.inspectionProperty().get() != null);
    Inspection chip = office.reading.inspectionProperty().get();
    assertEquals("cultivated  0.70", chip.title());
    assertEquals(224, chip.pixels().orElseThrow().width());
    assertTrue(
        chip.details().stream().anyMatch(line -> line.name().equals("Whole chip")),
        chip.details().toString());
    assertEquals(List.of(), office.notices.warned);
  }

  private static void checkLoading(Office office, OpenJob job) {
    JobLoader.Loaded loaded = JobLoader.load(job.journal());
    assertEquals(20, loaded.progress().total());
    assertEquals(20, loaded.progress().ended());
    assertEquals(70, loaded.cells().confidence(ROW, COL));
    assertEquals(
        office.run.areasProperty().get().report().classified().squareMetres(),
        loaded.ground().report().classified().squareMetres(),
        1e-3);
    try (JobJournal journal = JobJournal.open(job.journal())) {
      assertEquals(CellSize.DENSE, journal.header().cells());
    }
  }

  @Test
  void aServiceThatCannotIsToldOfAndTheChoiceIsNotOffered() throws Exception {
    try (Office office = new Office(folder)) {
      office.ready(Office.CHIPS);
      assertFalse(office.services.denseProperty().get());
      office.services.cellsProperty().set(CellSize.DENSE);
      office.run.start(office.project.nextJobFolder());
      office.until("it ends", () -> office.run.state() == RunState.STOPPED);
      String problem = office.run.problemProperty().get();
      assertTrue(problem.endsWith("answers for whole chips only; choose cells of 224 m."), problem);
    }
  }
}
