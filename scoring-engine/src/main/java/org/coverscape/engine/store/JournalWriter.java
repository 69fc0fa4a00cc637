package org.coverscape.engine.store;

import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.coverscape.engine.landcover.ChipOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes a journal. Rows wait in a bounded queue and are committed together:
 * when {@value #BATCH} have come, or {@value #BATCH_MILLIS} ms after the first of them.
 *
 * <p>After a fault rows are taken and dropped, so that nobody waits forever; every later call says
 * what the fault was. Thread-safe.
 */
final class JournalWriter implements AutoCloseable {
  private static final int BATCH = 512;
  private static final long BATCH_MILLIS = 100;
  private static final int QUEUE = 4096;

  /** What waits in the queue. */
  private sealed interface Command {}

  private record Row(ChipOutcome outcome) implements Command {}

  private record Flush(CompletableFuture<Void> done) implements Command {}

  private record Stop() implements Command {}

  private final BlockingQueue<Command> queue = new ArrayBlockingQueue<>(QUEUE);

  /** Shared by those who put rows, held alone by the one who closes. */
  private final ReadWriteLock door = new ReentrantReadWriteLock();

  private final Path file;
  private final Connection connection;
  private final ChipRows rows;
  private final Thread thread;
  private volatile @Nullable JournalException fault;
  private boolean closed;

  /** Whether a transaction is open; for the thread alone. */
  private boolean writing;

  private JournalWriter(Path file, Connection connection, ChipRows rows) {
    this.file = file;
    this.connection = connection;
    this.rows = rows;
    thread = new Thread(this::run, "coverscape-journal");
    thread.setDaemon(true);
  }

  static JournalWriter start(Path file, InstantSource clock) {
    try {
      Connection connection = Sqlite.open(file);
      try {
        Sqlite.execute(connection, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL");
        JournalSchema.upgrade(connection);
        ChipRows rows = new ChipRows(connection, clock);
        JournalWriter writer = new JournalWriter(file, connection, rows);
        writer.thread.start();
        return writer;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new JournalException(Sqlite.sentence(e, file), e);
    }
  }

  /** Hands a row over, waiting while the queue is full. */
  void append(ChipOutcome outcome) throws InterruptedException {
    door.readLock().lockInterruptibly();
    try {
      check();
      queue.put(new Row(outcome));
    } finally {
      door.readLock().unlock();
    }
  }

  /** Waits until every row handed over before is committed. */
  void flush() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    door.readLock().lock();
    try {
      check();
      Uninterruptibles.putUninterruptibly(queue, new Flush(done));
    } finally {
      door.readLock().unlock();
    }
    done.join();
    throwFault();
  }

  private void check() {
    if (closed) {
      throw new IllegalStateException("the journal is closed");
    }
    throwFault();
  }

  private void throwFault() {
    JournalException known = fault;
    if (known != null) {
      throw new JournalException(String.valueOf(known.getMessage()), known);
    }
  }

  private void run() {
    boolean open = true;
    while (open) {
      open = writeBatch();
    }
  }

  /** Takes commands until a batch is full, late or wanted; false when it is the last. */
  private boolean writeBatch() {
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    boolean open = true;
    try {
      Command command = queue.take();
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BATCH_MILLIS);
      int count = 0;
      while (command instanceof Row row && ++count <= BATCH) {
        write(row.outcome());
        if (count == BATCH) {
          break;
        }
        command = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      if (command instanceof Flush flush) {
        waiting.add(flush.done());
      }
      open = !(command instanceof Stop);
      commit();
    } catch (InterruptedException e) {
      fail(new JournalException("The journal's thread was stopped; resume the job.", e));
      open = false;
    } finally {
      waiting.forEach(done -> done.complete(null));
    }
    return open;
  }

  private void write(ChipOutcome outcome) {
    if (fault == null) {
      try {
        if (!writing) {
          Sqlite.begin(connection);
          writing = true;
        }
        rows.write(outcome);
      } catch (SQLException | RuntimeException | Error e) {
        // whatever it is: were this thread to die, everybody who appends or flushes would hang
        fail(fault(e));
      }
    }
  }

  private void commit() {
    if (fault == null && writing) {
      try {
        Sqlite.commit(connection);
        writing = false;
      } catch (SQLException | RuntimeException | Error e) {
        fail(fault(e));
      }
    }
  }

  private JournalException fault(Throwable e) {
    return e instanceof SQLException sql
        ? new JournalException(Sqlite.sentence(sql, file), sql)
        : new JournalException(file + " could not be written; resume the job.", e);
  }

  private void fail(JournalException first) {
    if (writing) {
      Sqlite.rollback(connection, first);
    }
    fault = first;
  }

  /** Commits what was handed over, stops the thread and leaves one file without its log. */
  @Override
  public void close() {
    door.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      Uninterruptibles.putUninterruptibly(queue, new Stop());
    } finally {
      door.writeLock().unlock();
    }
    Uninterruptibles.joinUninterruptibly(thread);
    try (connection;
        rows) {
      settle();
    } catch (SQLException e) {
      if (fault == null) {
        fault = fault(e);
      }
    }
    throwFault();
  }

  /** A journal that nobody writes can be read from places that cannot be written to. */
  private void settle() throws SQLException {
    if (fault == null) {
      try {
        Sqlite.execute(connection, "PRAGMA journal_mode=DELETE");
      } catch (SQLException busy) {
        if (Sqlite.code(busy) != org.sqlite.SQLiteErrorCode.SQLITE_BUSY.code) {
          throw busy;
        }
        // Somebody is reading it; it stays as it is, and is just as good.
      }
    }
  }
}
