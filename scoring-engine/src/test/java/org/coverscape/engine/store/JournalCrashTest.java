package org.coverscape.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalCrashTest {
  private final Path folder;

  JournalCrashTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyCommittedRowOutlivesAKilledProgram() throws Exception {
    Path file = folder.resolve("job.sqlite");
    int safe = 0;
    for (int round = 1; round <= 3; round++) {
      int wanted = safe + 1500 * round;
      safe = writeUntilKilled(file, wanted);
      try (JobJournal journal = JobJournal.open(file)) {
        long scored = journal.scored().count();
        assertTrue(scored >= safe, scored + " of " + safe);
        assertEquals(scored, journal.counts().total());
      }
      assertWhole(file, safe);
    }
  }

  /** Starts the program, and kills it as soon as it says that enough is safe. */
  private int writeUntilKilled(Path file, int wanted) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                JournalCrash.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int safe = 0;
    try (BufferedReader said = process.inputReader()) {
      while (safe < wanted) {
        String line = said.readLine();
        assertTrue(line != null, "the program ended by itself");
        safe = Integer.parseInt(line);
      }
    } finally {
      process.destroyForcibly();
    }
    assertFalse(process.waitFor() == 0);
    return safe;
  }

  /** Rows come in the order they were appended, each with all of its values. */
  private static void assertWhole(Path file, int safe) throws SQLException {
    try (Connection connection = Sqlite.open(file);
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT * FROM chip ORDER BY \"row\", col")) {
      int i = 0;
      for (; row.next(); i++) {
        assertEquals(i / JournalCrash.COLS, row.getInt("row"));
        assertEquals(i % JournalCrash.COLS, row.getInt("col"));
        ByteBuffer scores = ByteBuffer.wrap(row.getBytes("scores")).order(ByteOrder.LITTLE_ENDIAN);
        for (float score : Jobs.scores(i / JournalCrash.COLS, i % JournalCrash.COLS).toArray()) {
          assertEquals(score, scores.getFloat());
        }
      }
      assertTrue(i >= safe);
    }
  }
}
