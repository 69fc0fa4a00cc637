package org.coverscape.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.MappedRegion;
import org.jspecify.annotations.Nullable;

/**
 * The record of one job in SQLite: what was asked for, and one row for each chip that has ended.
 *
 * <p>Rows are written by one thread and committed within 100 ms; whatever kills the program, the
 * committed rows are there when the journal is opened again. A chip that is scored stays scored;
 * any other row gives way to a newer one. A fault in writing, such as a full disk, comes as a
 * {@link JournalException} from the next call. Thread-safe; while one program writes a journal,
 * others may read it.
 */
public final class JobJournal implements AutoCloseable {
  private final Path file;
  private final JobHeader header;
  private final InstantSource clock;
  private @Nullable JournalWriter writer;
  private boolean closed;

  private JobJournal(Path file, JobHeader header, InstantSource clock) {
    this.file = file;
    this.header = header;
    this.clock = clock;
  }

  /**
   * Begins a job's journal in a file that is not there yet; its folder is made.
   *
   * @throws JournalException with one sentence when there is a job already, or it cannot be written
   */
  public static JobJournal create(Path file, JobHeader header) {
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().getParent());
      if (Files.exists(file) && Files.size(file) > 0) {
        throw new JournalException(
            "There is a job already (" + file + "); resume it or choose another folder.");
      }
    } catch (IOException e) {
      throw new JournalException(
          "The folder of " + file + " cannot be made; choose another place.", e);
    }
    try (Connection connection = Sqlite.open(file)) {
      connection.setAutoCommit(false);
      JournalSchema.KIND.create(connection);
      JournalHeader.write(connection, header);
      connection.commit();
    } catch (SQLException e) {
      throw new JournalException(Sqlite.sentence(e, file), e);
    }
    return new JobJournal(file, header, InstantSource.system());
  }

  /**
   * Opens a job's journal, after a crash as well.
   *
   * @throws JournalException with one sentence when there is none, or it cannot be read
   */
  public static JobJournal open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new JournalException("There is no job in " + file + "; check the path.");
    }
    return new JobJournal(file, query(file, JournalHeader::read), InstantSource.system());
  }

  /** What the job was asked for. */
  public JobHeader header() {
    return header;
  }

  /**
   * Hands a chip's end over to be written, waiting while too many wait already.
   *
   * @throws JournalException when an earlier one could not be written
   */
  public void append(ChipOutcome outcome) throws InterruptedException {
    writer().append(outcome);
  }

  /**
   * Waits until everything appended so far is committed.
   *
   * @throws JournalException when it could not be written
   */
  public void flush() {
    JournalWriter running = running();
    if (running != null) {
      running.flush();
    }
  }

  /** The cells that are scored by now, loaded at once. */
  public ScoredCells scored() {
    flush();
    return query(file, connection -> new JournalReader(connection).scored());
  }

  /** How many chips have ended how by now. */
  public JournalCounts counts() {
    flush();
    return query(file, connection -> new JournalReader(connection).counts());
  }

  /**
   * The job's result by now, in the coordinates of its grid; cells of the region that were never
   * reached are unscored because the job was stopped before their turn.
   */
  public MappedRegion read() {
    flush();
    return query(file, connection -> new JournalReader(connection).read(header));
  }

  /** What is known of one chip by now; empty where it has not ended. */
  public Optional<ChipRecord> chip(int row, int col) {
    flush();
    return query(file, connection -> new JournalRows(connection, header).chip(row, col));
  }

  /** Hands over how every chip has ended by now, one after the other, on this thread. */
  public void forEach(Consumer<ChipOutcome> outcomes) {
    flush();
    query(
        file,
        connection -> {
          new JournalRows(connection, header).forEach(outcomes);
          return true;
        });
  }

  private synchronized @Nullable JournalWriter running() {
    return closed ? null : writer;
  }

  /** A journal that is only read never needs the thread, nor a place that can be written to. */
  private synchronized JournalWriter writer() {
    if (closed) {
      throw new IllegalStateException("the journal is closed");
    }
    if (writer == null) {
      writer = JournalWriter.start(file, clock);
    }
    return writer;
  }

  /** What is asked of an open journal. */
  private interface Query<T> {
    T of(Connection connection) throws SQLException;
  }

  private static <T> T query(Path file, Query<T> query) {
    try (Connection connection = Sqlite.open(file)) {
      Optional<String> refusal = JournalSchema.KIND.refusal(connection, file);
      if (refusal.isPresent()) {
        throw new JournalException(refusal.get());
      }
      return query.of(connection);
    } catch (SQLException e) {
      throw new JournalException(Sqlite.sentence(e, file), e);
    }
  }

  /**
   * Commits what is left and closes the file.
   *
   * @throws JournalException when something could not be written
   */
  @Override
  public void close() {
    JournalWriter running;
    synchronized (this) {
      running = closed ? null : writer;
      closed = true;
    }
    if (running != null) {
      running.close();
    }
  }
}
