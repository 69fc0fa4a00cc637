package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class JobJournalTest {
  private final Path folder;
  private final Path file;

  JobJournalTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("out").resolve("job.sqlite");
  }

  @Test
  void keepsTheHeader() {
    JobHeader header = Jobs.header();
    JobJournal.create(file, header).close();
    try (JobJournal journal = JobJournal.open(file)) {
      assertEquals(header.toString(), journal.header().toString());
      assertTrue(header.region().geometry().equalsExact(journal.header().region().geometry()));
      assertTrue(header.differsFrom(journal.header()).isEmpty());
    }
    JobHeader undated = Jobs.header("m:1", OptionalInt.empty());
    Path other = folder.resolve("other.sqlite");
    JobJournal.create(other, undated).close();
    assertEquals(OptionalInt.empty(), JobJournal.open(other).header().year());
  }

  @Test
  void aScoredChipStaysAndAnyOtherGivesWay() throws InterruptedException {
    try (JobJournal journal = JobJournal.create(file, Jobs.header())) {
      journal.append(Jobs.unscored(1, 1, UnscoredReason.SERVICE));
      journal.append(Jobs.scored(1, 1));
      journal.append(Jobs.unscored(1, 1, UnscoredReason.CANCELLED));
      journal.append(Jobs.scored(1, 2));
      journal.append(Jobs.unscored(1, 2, UnscoredReason.SERVICE));
      journal.append(Jobs.unscored(1, 3, UnscoredReason.NODATA));
      journal.append(Jobs.unscored(1, 3, UnscoredReason.UNREADABLE));
      assertEquals(new JournalCounts(2, Map.of(UnscoredReason.UNREADABLE, 1L)), journal.counts());
      assertEquals(3, journal.counts().total());
      ScoredCells scored = journal.scored();
      assertTrue(scored.contains(1, 1) && scored.contains(1, 2));
      assertFalse(scored.contains(1, 3) || scored.contains(1, 0) || scored.contains(2, 1));
      assertEquals(2, scored.count());
    }
  }

  @Test
  void aLaterAnswerDoesNotReplaceTheFirst() throws InterruptedException, SQLException {
    try (JobJournal journal = JobJournal.create(file, Jobs.header())) {
      journal.append(Jobs.scored(5, 5));
      journal.append(
          new ChipOutcome.Scored(
              ChipIndex.of(Jobs.ZONE, 5, 5), List.of(), ClassScores.of(1, 0, 0, 0, 0, 0), "x:1"));
    }
    assertEquals(List.of("localhost:8500"), services());
  }

  private List<String> services() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = Sqlite.open(file);
        Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery("SELECT name FROM chip JOIN service ON service = number")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Test
  void readsTheWholeResult() throws InterruptedException {
    JobHeader header = Jobs.header();
    List<RegionCell> cells = new ArrayList<>();
    try (JobJournal journal = JobJournal.create(file, header)) {
      for (CoverBlock block : journal.read().cover()) {
        cells.addAll(block.cells());
      }
      for (int i = 0; i < cells.size(); i += 2) {
        journal.append(Jobs.scored(cells.get(i).row(), cells.get(i).col()));
      }
      RegionCell second = cells.get(1);
      journal.append(Jobs.unscored(second.row(), second.col(), UnscoredReason.NO_IMAGERY));
    }
    assertTrue(cells.size() > 400, "cells " + cells.size());
    MappedRegion mapped = JobJournal.open(file).read();
    LandCoverMap map = mapped.map();
    for (int i = 0; i < cells.size(); i++) {
      int row = cells.get(i).row();
      int col = cells.get(i).col();
      if (i % 2 == 0) {
        ClassScores scores = Jobs.scores(row, col);
        assertEquals(scores.best().orElseThrow().id(), map.classId(row, col));
        assertEquals(scores.confidence(), map.confidence(row, col));
        assertEquals(2, mapped.imagery(row, col).size());
      } else {
        assertEquals(
            i == 1 ? UnscoredReason.NO_IMAGERY : UnscoredReason.CANCELLED,
            map.reason(row, col).orElseThrow());
        assertTrue(mapped.imagery(row, col).isEmpty());
      }
    }
    assertEquals(CellState.OUTSIDE, map.state(0, 0));
    assertEquals(2, mapped.sources().size());
    assertTrue(mapped.synthetic());
    assertEquals(header.model(), mapped.model());
  }

  @Test
  void keepsScoresToTheLastBit() throws InterruptedException, SQLException {
    try (JobJournal journal = JobJournal.create(file, Jobs.header())) {
      journal.append(Jobs.scored(3, -4));
    }
    try (Connection connection = Sqlite.open(file);
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT scores FROM chip")) {
      assertTrue(row.next());
      java.nio.ByteBuffer bytes =
          java.nio.ByteBuffer.wrap(row.getBytes(1)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      for (float score : Jobs.scores(3, -4).toArray()) {
        assertEquals(score, bytes.getFloat());
      }
    }
  }

  @Test
  void manyThreadsAppendAndOthersReadAtOnce() throws InterruptedException {
    try (JobJournal journal = JobJournal.create(file, Jobs.header());
        JobJournal reader = JobJournal.open(file)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int row = i;
        threads.add(new Thread(() -> appendRow(journal, row)));
      }
      threads.forEach(Thread::start);
      assertTrue(reader.counts().total() <= 8000);
      for (Thread thread : threads) {
        thread.join();
      }
      journal.flush();
      assertEquals(8000, reader.counts().scored());
      assertEquals(8000, journal.scored().count());
    }
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void appendRow(JobJournal journal, int row) {
    try {
      for (int col = 0; col < 2000; col++) {
        journal.append(Jobs.scored(row, col));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFaultOfTheWriterSurfacesAndWhatWasCommittedStays()
      throws InterruptedException, SQLException {
    JobJournal journal = JobJournal.create(file, Jobs.header());
    journal.append(Jobs.scored(1, 1));
    journal.flush();
    try (Connection saboteur = Sqlite.open(file)) {
      Sqlite.execute(saboteur, "ALTER TABLE chip RENAME TO gone");
    }
    journal.append(Jobs.scored(1, 2));
    assertThrows(JournalException.class, journal::flush);
    assertThrows(
        JournalException.class,
        () -> {
          // More than the queue holds: nobody may wait for a writer that has given up.
          for (int i = 0; i < 10_000; i++) {
            journal.append(Jobs.scored(2, i));
          }
        });
    assertThrows(JournalException.class, journal::close);
    try (Connection repair = Sqlite.open(file)) {
      Sqlite.execute(repair, "ALTER TABLE gone RENAME TO chip");
    }
    assertEquals(1, JobJournal.open(file).counts().scored());
  }

  @Test
  void saysThatTheDiskIsFull() throws SQLException {
    try (Connection connection = Sqlite.open(folder.resolve("small.sqlite"))) {
      Sqlite.execute(connection, "PRAGMA max_page_count=2", "CREATE TABLE a (x)");
      SQLException full =
          assertThrows(
              SQLException.class,
              () -> Sqlite.execute(connection, "INSERT INTO a VALUES (zeroblob(100000))"));
      assertTrue(Sqlite.sentence(full, file).startsWith("The disk is full: "));
    }
  }

  @Test
  void refusesFilesThatAreNoJob() throws IOException, SQLException {
    assertEquals("There is no job in " + file + "; check the path.", refusal(file).getMessage());
    Path text = Files.writeString(folder.resolve("a.sqlite"), "x".repeat(5000));
    assertEquals(text + " is not a database; choose another file.", refusal(text).getMessage());
    Path empty = Files.createFile(folder.resolve("empty.sqlite"));
    assertEquals(
        empty + " is not a job of Coverscape; choose another file.", refusal(empty).getMessage());
    JobJournal.create(empty, Jobs.header()).close();
    assertEquals(0, JobJournal.open(empty).counts().total());
    JournalException twice =
        assertThrows(JournalException.class, () -> JobJournal.create(empty, Jobs.header()));
    assertTrue(String.valueOf(twice.getMessage()).contains("resume it"));
  }

  private static JournalException refusal(Path path) {
    return assertThrows(JournalException.class, () -> JobJournal.open(path));
  }

  @Test
  void isClosedOnceAndForAll() throws InterruptedException {
    JobJournal journal = JobJournal.create(file, Jobs.header());
    journal.append(Jobs.scored(1, 1));
    journal.close();
    journal.close();
    assertThrows(IllegalStateException.class, () -> journal.append(Jobs.scored(1, 2)));
    assertEquals(1, journal.counts().scored());
  }
}
