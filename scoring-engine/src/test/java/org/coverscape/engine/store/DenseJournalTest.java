package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.analysis.RegionAreas;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

@Timeout(60)
class DenseJournalTest {
  private static final ChipGrid CHIPS = ChipGrid.of(Jobs.ZONE);
  private static final ChipGrid CELLS = CHIPS.cells();
  private static final int ROW = 16_300;
  private static final int COL = 2200;

  /** A triangle over some 3 × 3 chips, whose sides follow no line of the grid. */
  private static final Polygon TRIANGLE =
      new GeometryFactory()
          .createPolygon(
              new Coordinate[] {
                at(0.31, 0.27), at(2.9, 0.53), at(1.1, 2.83), at(0.31, 0.27),
              });

  private final Path file;

  DenseJournalTest(@TempDir Path folder) {
    file = folder.resolve("job.sqlite");
  }

  /** A place in metres, by chips from the south-west corner. */
  private static Coordinate at(double col, double row) {
    return new Coordinate((COL + col) * 224, (ROW + row) * 224);
  }

  private static JobHeader header(CellSize cells) {
    JobHeader plain = Jobs.header();
    return new JobHeader(
        new Region(TRIANGLE, CHIPS.crs()),
        CHIPS,
        plain.model(),
        plain.imagery(),
        plain.year(),
        false,
        "0.1.0",
        Instant.EPOCH,
        cells);
  }

  /** What the ground is at a place in metres: a pattern without any symmetry. */
  private static int truth(double x, double y) {
    int east = (int) Math.floor(x / 32);
    int north = (int) Math.floor(y / 32);
    return 1 + Math.floorMod(east + 3 * north + east * north / 5, 6);
  }

  /** A chip's answer as a service gives it: rows from the north, columns from the west. */
  private static ChipAnswer answer(int row, int col) {
    float[] numbers = new float[ChipAnswer.DENSE_NUMBERS];
    double west = col * 224.0;
    double north = (row + 1) * 224.0;
    for (int r = 0; r < 7; r++) {
      for (int c = 0; c < 7; c++) {
        int id = truth(west + 32 * c + 16, north - 32 * r - 16);
        numbers[6 * (7 * r + c) + id - 1] = 0.5f + (7 * r + c) / 100f;
      }
    }
    return ChipAnswer.dense(numbers);
  }

  private static ChipOutcome scored(int row, int col, long valid) {
    ChipAnswer answer = answer(row, col);
    return new ChipOutcome.Scored(
        CHIPS.index(row, col),
        List.of("m_one"),
        answer.scores(),
        "localhost:8500",
        answer.cells().map(cells -> cells.within(valid)));
  }

  private static List<ChipOutcome> outcomes(long valid) {
    List<ChipOutcome> outcomes = new ArrayList<>();
    for (CoverBlock block : RegionCover.ofGround(TRIANGLE, CHIPS)) {
      for (RegionCell chip : block.cells()) {
        outcomes.add(scored(chip.row(), chip.col(), valid));
      }
    }
    return outcomes;
  }

  private static void write(JobJournal journal, List<ChipOutcome> outcomes)
      throws InterruptedException {
    for (ChipOutcome outcome : outcomes) {
      journal.append(outcome);
    }
  }

  @Test
  void everyCellLiesWhereItsAnswerSaysAndOnlyTheRegionsAreOnTheMap() throws InterruptedException {
    try (JobJournal journal = JobJournal.create(file, header(CellSize.DENSE))) {
      write(journal, outcomes(-1));
      MappedRegion mapped = journal.read();
      assertEquals(32, mapped.grid().cellSize());
      LandCoverMap map = mapped.map();
      int touched = 0;
      int outside = 0;
      for (int row = ROW * 7; row < (ROW + 3) * 7; row++) {
        for (int col = COL * 7; col < (COL + 3) * 7; col++) {
          var cell = CELLS.cell(row, col);
          boolean ofRegion =
              TRIANGLE.intersection(new GeometryFactory().toGeometry(cell)).getArea() > 1e-3;
          if (ofRegion) {
            touched++;
            assertEquals(truth(cell.centre().x, cell.centre().y), map.classId(row, col));
            int north = 6 - Math.floorMod(row, 7);
            assertEquals(50 + 7 * north + Math.floorMod(col, 7), map.confidence(row, col));
            assertEquals(1, map.imagerySet(row, col));
          } else {
            outside++;
            assertEquals(CellState.OUTSIDE, map.state(row, col));
          }
        }
      }
      assertTrue(touched > 100 && outside > 100, touched + " and " + outside);
    }
  }

  @Test
  void cellsWithoutImageryAndChipsWithoutAnswerAreUnscored() throws InterruptedException {
    try (JobJournal journal = JobJournal.create(file, header(CellSize.DENSE))) {
      write(journal, outcomes(~(1L << 24)));
      journal.append(Jobs.unscored(ROW + 2, COL + 1, UnscoredReason.SERVICE));
      LandCoverMap map = journal.read().map();
      int middleRow = (ROW + 1) * 7 + 3;
      int middleCol = (COL + 1) * 7 + 3;
      assertEquals(Optional.of(UnscoredReason.NODATA), map.reason(middleRow, middleCol));
      assertEquals(CellState.SCORED, map.state(middleRow, middleCol + 1));
      // what is scored stays scored
      assertEquals(CellState.SCORED, map.state((ROW + 2) * 7 + 2, (COL + 1) * 7 + 1));
    }
  }

  @Test
  void chipsThatWereNotReachedAreCancelledAndFailedOnesSayWhy() throws InterruptedException {
    try (JobJournal journal = JobJournal.create(file, header(CellSize.DENSE))) {
      journal.append(Jobs.unscored(ROW + 1, COL + 1, UnscoredReason.UNREADABLE));
      LandCoverMap map = journal.read().map();
      for (int i = 0; i < 7; i++) {
        assertEquals(
            Optional.of(UnscoredReason.UNREADABLE),
            map.reason((ROW + 1) * 7 + i, (COL + 1) * 7 + 2));
      }
      assertEquals(
          Optional.of(UnscoredReason.CANCELLED), map.reason((ROW + 1) * 7 + 2, COL * 7 + 6));
      assertEquals(1, journal.counts().total());
    }
  }

  @Test
  void outcomesComeBackAsTheyWereWritten() throws InterruptedException {
    List<ChipOutcome> written = outcomes(~3L);
    try (JobJournal journal = JobJournal.create(file, header(CellSize.DENSE))) {
      write(journal, written);
      List<ChipOutcome> read = new ArrayList<>();
      journal.forEach(read::add);
      assertEquals(java.util.Set.copyOf(written), java.util.Set.copyOf(read));
      assertEquals(CellSize.DENSE, JobJournal.open(file).header().cells());
    }
  }

  /** While it runs a window counts what the files will say at the end. */
  @Test
  void liveAreasEndAtTheReport() throws InterruptedException {
    List<ChipOutcome> ends = outcomes(~(1L << 24));
    ends.add(Jobs.unscored(ROW, COL + 2, UnscoredReason.SERVICE));
    LiveAreas live = new LiveAreas(RegionAreas.of(new Region(TRIANGLE, CHIPS.crs()), CELLS));
    assertEquals(0, live.report().summedSquareMetres());
    ends.forEach(live::add);
    ends.subList(0, ends.size() - 1).forEach(live::add);
    try (JobJournal journal = JobJournal.create(file, header(CellSize.DENSE))) {
      write(journal, ends);
      AreaReport report = AreaReport.of(journal.read());
      assertEquals(0, live.pendingSquareMetres());
      assertEquals(report.region().cells(), live.report().region().cells());
      assertEquals(
          report.classified().squareMetres(), live.report().classified().squareMetres(), 1);
      assertEquals(
          report.of(UnscoredReason.NODATA).squareMetres(),
          live.report().of(UnscoredReason.NODATA).squareMetres(),
          1);
      assertTrue(report.of(UnscoredReason.NODATA).cells() > 2);
      assertEquals(
          report.regionSquareMetres(),
          report.summedSquareMetres(),
          1e-4 * report.regionSquareMetres());
    }
  }

  @Test
  void aRowWithoutItsCellsIsDamage() throws InterruptedException, SQLException {
    JobJournal.create(file, header(CellSize.DENSE)).close();
    try (JobJournal journal = JobJournal.open(file)) {
      write(journal, outcomes(-1));
    }
    try (Connection connection = Sqlite.open(file)) {
      Sqlite.execute(connection, "UPDATE chip SET cells = x'00'");
    }
    JournalException fault =
        assertThrows(JournalException.class, () -> JobJournal.open(file).read());
    assertEquals("The job's journal is damaged; begin the job anew.", fault.getMessage());
  }

  @Test
  void otherCellsAreAnotherJob() {
    assertEquals(
        Optional.of(
            "The job was made with other cells (--cells chip, now dense); use a new output folder"
                + " or the same cells."),
        header(CellSize.CHIP).differsFrom(header(CellSize.DENSE)));
    assertEquals(Optional.empty(), header(CellSize.DENSE).differsFrom(header(CellSize.DENSE)));
  }

  /** Journals of version 1 knew nothing of cells; they are read as they are. */
  private void makeVersionOne() throws InterruptedException, SQLException {
    try (JobJournal journal = JobJournal.create(file, Jobs.header("m:1", OptionalInt.empty()))) {
      journal.append(Jobs.scored(16_311, 2201));
      journal.append(Jobs.unscored(16_311, 2202, UnscoredReason.SERVICE));
    }
    try (Connection connection = Sqlite.open(file)) {
      Sqlite.execute(
          connection,
          "ALTER TABLE job DROP COLUMN cells",
          "ALTER TABLE chip DROP COLUMN cells",
          "PRAGMA user_version=1");
    }
  }

  private long version() throws SQLException {
    try (Connection connection = Sqlite.open(file)) {
      return Sqlite.number(connection, "PRAGMA user_version");
    }
  }

  @Test
  void aJournalOfVersionOneIsReadAsItIs() throws InterruptedException, SQLException {
    makeVersionOne();
    try (JobJournal journal = JobJournal.open(file)) {
      assertEquals(CellSize.CHIP, journal.header().cells());
      assertEquals(1, journal.scored().count());
      assertEquals(224, journal.read().grid().cellSize());
      assertEquals(Jobs.scored(16_311, 2201), journal.chip(16_311, 2201).orElseThrow().outcome());
    }
    assertEquals(1, version());
  }

  @Test
  void aJournalOfVersionOneIsGoneOnWith() throws InterruptedException, SQLException {
    makeVersionOne();
    try (JobJournal journal = JobJournal.open(file)) {
      journal.append(Jobs.scored(16_311, 2202));
      assertEquals(2, journal.counts().scored());
    }
    assertEquals(2, version());
    try (JobJournal journal = JobJournal.open(file)) {
      assertEquals(Jobs.scored(16_311, 2202), journal.chip(16_311, 2202).orElseThrow().outcome());
      assertEquals(
          Optional.empty(), journal.header().differsFrom(Jobs.header("m:1", OptionalInt.empty())));
    }
  }
}
