package org.coverscape.app.run;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.scoring.ScoringEvent;
import org.coverscape.engine.scoring.ScoringListener;

/**
 * Turns the events of a run into changes of the screen: the one place where both meet.
 *
 * <p>Events come on the job's threads, hundreds a second. What they say goes into the cells and the
 * areas at once; the screen is told {@value #PER_SECOND} times a second at most, and not again
 * before it has dealt with what it was told last. Thread-safe.
 */
final class LiveScoring implements ScoringListener, AutoCloseable {
  private static final int PER_SECOND = 12;

  private final Executor screen;
  private final CellStore cells;
  private final LiveAreas areas;
  private final Runnable cellsChanged;
  private final RunView view;
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicBoolean telling = new AtomicBoolean();
  private volatile Supplier<List<ServiceStats>> services = List::of;
  private final RateMeter meter = new RateMeter();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "coverscape-run-ticker");
            thread.setDaemon(true);
            return thread;
          });

  LiveScoring(
      Executor screen, CellStore cells, LiveAreas areas, Runnable cellsChanged, RunView view) {
    this.screen = screen;
    this.cells = cells;
    this.areas = areas;
    this.cellsChanged = cellsChanged;
    this.view = view;
  }

  /**
   * Begins to tell the screen.
   *
   * @param stats knows how the services do
   */
  void start(Supplier<List<ServiceStats>> stats) {
    services = stats;
    var unused =
        ticker.scheduleAtFixedRate(this::tick, 0, 1000 / PER_SECOND, TimeUnit.MILLISECONDS);
    var unusedToo = ticker.scheduleAtFixedRate(this::tellOfServices, 1, 1, TimeUnit.SECONDS);
  }

  private void tellOfServices() {
    List<ServiceStats> stats = services.get();
    screen.execute(() -> view.serviceMeasured(stats));
  }

  @Override
  public void on(ScoringEvent event) {
    if (event instanceof ScoringEvent.ChipEnded chip) {
      ended(chip.outcome());
    } else if (event instanceof ScoringEvent.Started started) {
      ended.set(started.done());
      total.set(started.total());
      screen.execute(view::started);
    } else if (event instanceof ScoringEvent.ServiceChanged) {
      tellOfServices();
    }
  }

  private void ended(ChipOutcome outcome) {
    if (JobLoader.isOfNoTurn(outcome)) {
      // the user stopped the run; its ground stays pending
      return;
    }
    cells.put(outcome);
    areas.add(outcome);
    ended.incrementAndGet();
    if (JobLoader.isFailed(outcome)) {
      failed.incrementAndGet();
    }
    changed.set(true);
    cellsChanged.run();
  }

  private void tick() {
    // before the start there is nothing to tell, and chips of earlier runs are no rate
    if (total.get() > 0 && telling.compareAndSet(false, true)) {
      Progress progress;
      synchronized (meter) {
        progress =
            new Progress(
                total.get(), ended.get(), failed.get(), meter.read(System.nanoTime(), ended.get()));
      }
      tell(progress, changed.getAndSet(false));
    }
  }

  private void tell(Progress progress, boolean measured) {
    LiveAreas.Snapshot ground = measured ? areas.snapshot() : null;
    screen.execute(
        () -> {
          telling.set(false);
          view.progressed(progress);
          if (ground != null) {
            view.measured(ground);
          }
        });
  }

  /** Forgets the rate of late, when the run was paused. */
  void resetRate() {
    synchronized (meter) {
      meter.reset();
    }
  }

  /** Tells the screen the last numbers and stops; nothing older is told after them. */
  @Override
  public void close() {
    ticker.shutdownNow();
    awaitTicker();
    tellOfServices();
    if (total.get() > 0) {
      tell(new Progress(total.get(), ended.get(), failed.get(), 0), true);
    }
  }

  /** A tick takes far less than this. */
  private void awaitTicker() {
    try {
      var unused = ticker.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
