package org.coverscape.engine.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program for {@link JournalCrashTest}: appends chips to a journal for ever, and says after every
 * few hundred how many are safe.
 */
final class JournalCrash {
  /** Columns of a row of chips. */
  static final int COLS = 1000;

  private JournalCrash() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    try (JobJournal journal =
            Files.exists(file) ? JobJournal.open(file) : JobJournal.create(file, Jobs.header());
        FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (int i = (int) journal.scored().count(); ; i++) {
        if (i % 300 == 0) {
          journal.flush();
          out.write((i + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        journal.append(Jobs.scored(i / COLS, i % COLS));
      }
    }
  }
}
