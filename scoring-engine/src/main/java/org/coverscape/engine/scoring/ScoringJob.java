package org.coverscape.engine.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ScanOrder;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.engine.store.ScoredCells;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan: reads imagery, cuts chips, has them scored and journals every answer as it
 * arrives.
 *
 * <p>Two threads and the services work at the same time, joined by a queue of {@value #QUEUE}
 * chips, so that reading and scoring overlap and memory does not grow with the region. Cells that
 * the journal holds as scored are left out. The pool must be connected; pool and journal stay open
 * and belong to the caller. Methods are thread-safe; a job is started once.
 */
public final class ScoringJob {
  /** Chips that wait between reader and services, 150 KB each. */
  private static final int QUEUE = 64;

  private final ServicePool pool;
  private final JobJournal journal;
  private final ScoringListener listener;
  private final ScoringTally tally = new ScoringTally();
  private final BlockingQueue<Optional<Chip>> chips = new ArrayBlockingQueue<>(QUEUE);
  private final CompletableFuture<ScoringSummary> completion = new CompletableFuture<>();
  private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
  private final Stopwatch scoring = new Stopwatch();
  private final Thread readerThread = new Thread(this::read, "coverscape-reader");
  private final Thread scoringThread = new Thread(this::score, "coverscape-scoring");
  private final ScoredCells earlier;
  private final ChipReader reader;
  private final long total;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final PauseGate gate = new PauseGate();

  /**
   * A job over a plan; nothing runs before {@link #start}.
   *
   * @param imagery opens the plan's images, on the job's own thread
   */
  public ScoringJob(
      ScoringPlan plan,
      RasterReader.Opener imagery,
      ServicePool pool,
      JobJournal journal,
      ScoringListener listener) {
    this(plan, imagery, pool, journal, listener, ScanOrder.swaths());
  }

  /**
   * The same, with the cells in an order of one's own. Counts the cells and loads the journal, so
   * it does not belong on the thread of a screen.
   */
  public ScoringJob(
      ScoringPlan plan,
      RasterReader.Opener imagery,
      ServicePool pool,
      JobJournal journal,
      ScoringListener listener,
      ScanOrder order) {
    this.pool = pool;
    this.journal = journal;
    this.listener = listener;
    earlier = journal.scored();
    reader =
        new ChipReader(
            plan,
            imagery,
            order,
            cell -> !earlier.contains(cell.row(), cell.col()),
            new ReaderSink(chips, this::ended, pool::exhausted, gate));
    total = plan.cover().count();
  }

  /** Starts the threads and returns at once. */
  public void start() {
    listener.on(new ScoringEvent.Started(total, earlier.count()));
    readerThread.start();
    scoringThread.start();
  }

  /** Ends the run soon; what was scored stays in the journal. Cancelling twice does no harm. */
  public void cancel() {
    if (!cancelled.compareAndSet(false, true)) {
      // a second interrupt would hit the threads while they end in order
      return;
    }
    pool.cancel();
    readerThread.interrupt();
    scoringThread.interrupt();
  }

  /**
   * Sends no more chips until {@link #proceed}; those in flight go on to their end. The time until
   * then does not count as scoring. Pausing twice does no harm.
   */
  public void pause() {
    synchronized (gate) {
      gate.close();
      pool.pause();
      scoring.hold();
    }
  }

  /** Goes on after {@link #pause}. */
  public void proceed() {
    synchronized (gate) {
      scoring.release();
      pool.proceed();
      gate.open();
    }
  }

  /** Whether the job stands still between {@link #pause} and {@link #proceed}. */
  public boolean isPaused() {
    return gate.isClosed();
  }

  /** Whether {@link #cancel} was called. */
  public boolean isCancelled() {
    return cancelled.get();
  }

  /**
   * Completes when every chip has ended and the journal is flushed; a fault of the journal or of
   * the program completes it exceptionally. Actions run on a thread of the job.
   */
  public CompletableFuture<ScoringSummary> completion() {
    return completion.copy();
  }

  private void read() {
    try {
      reader.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // an error, such as too little memory, too: else the other thread would wait for ever
      fail(e);
    }
  }

  private void score() {
    long began = System.nanoTime();
    try {
      dispatch();
      pool.awaitIdle();
    } catch (InterruptedException e) {
      awaitCancelled();
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    scoring.pause();
    finish((System.nanoTime() - began) / 1e9);
  }

  private void dispatch() throws InterruptedException {
    Optional<Chip> chip = chips.take();
    scoring.start();
    while (chip.isPresent()) {
      pool.score(chip.get(), this::ended);
      chip = chips.take();
    }
  }

  /** A cancelled pool ends what it holds at once; the reader stops at its next step. */
  private void awaitCancelled() {
    try {
      readerThread.join();
      pool.awaitIdle();
    } catch (InterruptedException e) {
      fail(e);
    }
  }

  private void finish(double seconds) {
    ScoringSummary summary = null;
    // cancelling interrupts this thread; what is left to do must not be disturbed by it
    boolean interrupted = Thread.interrupted();
    try {
      journal.flush();
      summary =
          new ScoringSummary(
              total,
              earlier.count(),
              tally.scored(),
              unscored(),
              isCancelled(),
              seconds,
              reader.seconds(),
              scoring.seconds());
    } catch (RuntimeException | Error e) {
      fault.compareAndSet(null, e);
    }
    if (interrupted && !isCancelled()) {
      Thread.currentThread().interrupt();
    }
    complete(summary);
  }

  /** Every cell ends: those whose turn never came were cancelled. */
  private Map<UnscoredReason, Long> unscored() {
    Map<UnscoredReason, Long> unscored = tally.unscored();
    long missed = total - earlier.count() - tally.ended();
    if (missed > 0) {
      unscored.merge(UnscoredReason.CANCELLED, missed, Long::sum);
    }
    return unscored;
  }

  private void complete(@Nullable ScoringSummary summary) {
    Throwable broken = fault.get();
    try {
      if (broken == null && summary != null) {
        listener.on(new ScoringEvent.Finished(summary));
      }
    } catch (RuntimeException | Error e) {
      broken = e;
    }
    if (broken == null && summary != null) {
      completion.complete(summary);
    } else {
      completion.completeExceptionally(
          broken != null ? broken : new IllegalStateException("the job ended without a summary"));
    }
  }

  private void ended(ChipOutcome outcome) {
    try {
      journal.append(outcome);
      tally.add(outcome);
      listener.on(new ScoringEvent.ChipEnded(outcome));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // of a chip's end that is not on record nothing may be lost in silence
      fail(e);
    }
  }

  /** Remembers the first fault and stops the run. */
  private void fail(Throwable broken) {
    fault.compareAndSet(null, broken);
    cancel();
  }
}
