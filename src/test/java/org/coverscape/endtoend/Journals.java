package org.coverscape.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.store.JobJournal;

/** Looks into the journals of runs. */
final class Journals {
  private Journals() {}

  /** Waits until some chips are in the journal; the process must still be at work then. */
  static void awaitChips(Process process, Path journal, int chips) throws InterruptedException {
    while (rows(journal) < chips) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the job ended before it could be caught in the middle");
      }
    }
  }

  private static long rows(Path journal) {
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM chip")) {
      return rows.getLong(1);
    } catch (SQLException e) {
      // it is being made at this moment
      return 0;
    }
  }

  /** What became of each cell, whichever service it was: its scores, or why there are none. */
  static Map<String, String> answers(Path journal) {
    Map<String, String> answers = new TreeMap<>();
    try (JobJournal open = JobJournal.open(journal)) {
      open.forEach(
          outcome -> {
            String answer =
                outcome instanceof ChipOutcome.Scored scored
                    ? scored.scores().toString()
                    : ((ChipOutcome.Unscored) outcome).reason().toString();
            if (answers.put(outcome.index().toString(), answer) != null) {
              throw new AssertionError("a cell ended twice: " + outcome.index());
            }
          });
    }
    return answers;
  }
}
