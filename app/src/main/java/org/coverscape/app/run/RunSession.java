package org.coverscape.app.run;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.coverscape.app.geo.GridOnMap;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.app.work.Sentence;
import org.coverscape.engine.about.ProgramVersion;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.analysis.RegionAreas;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.chip.ScanOrder;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.grpc.GrpcServices;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.scoring.ScoringJob;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.scoring.ScoringSummary;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobImage;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.engine.store.JournalException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * One run of a job under the window: services, journal and job on a thread of its own.
 *
 * <p>Methods are thread-safe and return at once. Whatever happens, {@link RunView#ended} is called
 * once, after the journal and the services are closed.
 */
public final class RunSession {
  private static final Logger LOG = Logger.getLogger(RunSession.class.getName());

  private final RunRequest request;
  private final CellStore cells;
  private final Executor screen;
  private final Runnable cellsChanged;
  private final RunView view;
  private final Thread thread = new Thread(this::run, "coverscape-run");
  private final List<Consumer<ServicePool>> changes = new ArrayList<>();
  private @Nullable ServicePool pool;
  private @Nullable ScoringJob job;
  private @Nullable LiveScoring live;
  private boolean cancelled;
  private boolean paused;

  private RunSession(
      RunRequest request, CellStore cells, Executor screen, Runnable cellsChanged, RunView view) {
    this.request = request;
    this.cells = cells;
    this.screen = screen;
    this.cellsChanged = cellsChanged;
    this.view = view;
    thread.setDaemon(true);
  }

  /**
   * Begins a run.
   *
   * @param cells filled with what is known of each cell
   * @param screen runs what changes the screen
   * @param cellsChanged called on any thread when cells have changed; must be quick
   * @param view told of everything else
   */
  public static RunSession start(
      RunRequest request, CellStore cells, Executor screen, Runnable cellsChanged, RunView view) {
    RunSession session = new RunSession(request, cells, screen, cellsChanged, view);
    session.thread.start();
    return session;
  }

  /** Sends no more chips until {@link #proceed}. */
  public synchronized void pause() {
    paused = true;
    if (job != null) {
      job.pause();
    }
  }

  /** Goes on after a pause. */
  public synchronized void proceed() {
    paused = false;
    if (live != null) {
      live.resetRate();
    }
    if (job != null) {
      job.proceed();
    }
  }

  /** Ends the run soon; what is scored stays in the journal. */
  public synchronized void cancel() {
    cancelled = true;
    if (job != null) {
      job.cancel();
    } else if (pool != null) {
      pool.cancel();
    }
  }

  /**
   * Takes one more service on, as soon as the run goes on. Opens a connection, so it is not for the
   * screen's thread.
   */
  public synchronized void join(ServiceEndpoint service) {
    ServiceSpec spec = asking(ServiceSpec.of(service));
    change(services -> GrpcServices.open(List.of(spec)).forEach(services::join));
  }

  /** Gives a service no more chips; those it has it may end. */
  public synchronized void leave(ServiceEndpoint service) {
    change(services -> services.leave(service));
  }

  /** Changes the services; while they are still being reached, once that is done. */
  private void change(Consumer<ServicePool> step) {
    if (cancelled) {
      return;
    }
    if (job != null && pool != null) {
      step.accept(pool);
    } else {
      changes.add(step);
    }
  }

  /** Waits until the run is over and everything is closed. Not for the screen's thread. */
  public void awaitEnd() throws InterruptedException {
    thread.join();
  }

  private void run() {
    RunEnd end;
    try {
      end = score();
    } catch (CancellationException e) {
      end = new RunEnd.Cancelled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end = new RunEnd.Cancelled();
    } catch (ExecutionException | RuntimeException | Error e) {
      if (Sentence.isOwnFault(e)) {
        LOG.log(Level.WARNING, "a run failed", e);
      }
      end = new RunEnd.Failed(inWords(Sentence.of(e)));
    }
    RunEnd last = end;
    screen.execute(() -> view.ended(last));
  }

  /** What the command line has an option for is chosen in the window. */
  private static String inWords(String sentence) {
    return sentence.replace("use --cells chip.", "choose cells of 224 m.");
  }

  private RunEnd score() throws InterruptedException, ExecutionException {
    ScoringPlan plan = request.plan();
    LiveAreas areas = new LiveAreas(RegionAreas.of(plan.region(), plan.mapGrid()));
    RegionCover.of(plan.region(), plan.mapGrid()).forEach(cells::expect);
    try (LiveScoring telling = new LiveScoring(screen, cells, areas, cellsChanged, view);
        ServicePool services = open(telling);
        JobJournal journal = journal(services.connect())) {
      journal.forEach(
          outcome -> {
            if (outcome instanceof ChipOutcome.Scored) {
              cells.put(outcome);
              areas.add(outcome);
            }
          });
      cellsChanged.run();
      ScoringJob running =
          new ScoringJob(plan, request.imagery(), services, journal, telling, order());
      begin(running, telling, services);
      ScoringSummary summary = running.completion().get();
      return summary.cancelled() ? new RunEnd.Cancelled() : new RunEnd.Finished(summary);
    }
  }

  /** From the middle of the view outwards, or of the region where the map shows another world. */
  private ScanOrder order() {
    ScoringPlan plan = request.plan();
    double[] cell = {request.focusX(), request.focusY()};
    new GridOnMap(plan.grid()).toCells(cell, 1);
    if (Double.isFinite(cell[0]) && Double.isFinite(cell[1])) {
      double size = plan.grid().cellSize();
      return ScanOrder.from(cell[0] * size, cell[1] * size);
    }
    Point middle = plan.region().in(plan.grid().crs()).geometry().getCentroid();
    return ScanOrder.from(middle.getX(), middle.getY());
  }

  private ServiceSpec asking(ServiceSpec service) {
    return service.withModel(model -> model.withCells(request.plan().cells()));
  }

  private synchronized ServicePool open(LiveScoring telling) {
    if (cancelled) {
      throw new CancellationException();
    }
    ServicePool services =
        new ServicePool(
            GrpcServices.open(request.services().stream().map(this::asking).toList()),
            PoolSettings.defaults(),
            telling.services());
    pool = services;
    return services;
  }

  private synchronized void begin(ScoringJob running, LiveScoring telling, ServicePool services) {
    if (cancelled) {
      throw new CancellationException();
    }
    job = running;
    live = telling;
    telling.start(services::stats);
    if (paused) {
      running.pause();
    }
    running.start();
    changes.forEach(step -> step.accept(services));
    changes.clear();
  }

  /** A new journal, or the one that is there when it is of the same job. */
  private JobJournal journal(String model) {
    JobHeader header = header(model);
    if (!Files.exists(request.journal())) {
      return JobJournal.create(request.journal(), header);
    }
    JobJournal journal = JobJournal.open(request.journal());
    journal
        .header()
        .differsFrom(header)
        .ifPresent(
            reason -> {
              journal.close();
              throw new JournalException(
                  "This run was made with other imagery, services or ground than there are now;"
                      + " start a new run instead.");
            });
    return journal;
  }

  private JobHeader header(String model) {
    ScoringPlan plan = request.plan();
    return new JobHeader(
        plan.region(),
        plan.grid(),
        model,
        plan.tiles().stream().map(JobImage::of).toList(),
        plan.year(),
        plan.anyGsd(),
        ProgramVersion.get(),
        InstantSource.system().instant(),
        plan.cells());
  }
}
