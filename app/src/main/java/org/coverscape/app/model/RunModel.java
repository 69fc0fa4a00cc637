package org.coverscape.app.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import org.coverscape.app.geo.GridOnMap;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.app.run.MapRoom;
import org.coverscape.app.run.Progress;
import org.coverscape.app.run.RunEnd;
import org.coverscape.app.run.RunRequest;
import org.coverscape.app.run.RunSession;
import org.coverscape.app.run.RunView;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.map.MapPoint;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs: begins, pauses, ends and goes on with them, and tells how far they are. Used on the
 * screen's thread.
 */
public final class RunModel implements RunView {
  /** How often in a run the program's own service is started again when it has died. */
  private static final int MOST_RESTARTS = 3;

  private final Background background;
  private final RasterReader.Opener imagery;
  private final InOrder memberships;
  private final ServicesModel services;
  private final Executor screen;
  private final Supplier<MapPoint> focus;
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(this, "state", RunState.NOTHING);
  private final ShownJob shown = new ShownJob();
  private final ReadOnlyObjectWrapper<@Nullable ScoringPlan> plan =
      new ReadOnlyObjectWrapper<>(this, "plan", null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private DoubleConsumer onRate = rate -> {};
  private Runnable onCellsChanged = () -> {};
  private @Nullable RunSession session;
  private final BooleanProperty held = new SimpleBooleanProperty(this, "held", false);
  private boolean restarting;
  private int restarts;
  private @Nullable ScoringPlan jobPlan;

  /**
   * Nothing runs yet.
   *
   * @param imagery opens the images of a run
   * @param screen runs what changes the screen
   * @param focus the middle of the map, where scoring begins
   */
  public RunModel(
      Background background,
      ServicesModel services,
      RasterReader.Opener imagery,
      Executor screen,
      Supplier<MapPoint> focus) {
    this.imagery = imagery;
    this.background = background;
    this.memberships = new InOrder(background);
    this.services = services;
    this.screen = screen;
    this.focus = focus;
    services.rows().addListener((ListChangeListener<ServiceRow>) this::servicesChanged);
  }

  /** A run under way goes on with the services that are listed now. */
  private void servicesChanged(ListChangeListener.Change<? extends ServiceRow> change) {
    RunSession running = session;
    while (running != null && change.next()) {
      for (ServiceRow row : change.getRemoved()) {
        tell(row, running::leave);
      }
      for (ServiceRow row : change.getAddedSubList()) {
        tell(row, running::join);
      }
    }
  }

  private void tell(ServiceRow row, Consumer<ServiceEndpoint> step) {
    ServiceEndpoint endpoint = row.endpoint();
    if (!row.isEmbedded() && endpoint != null) {
      memberships.run(
          () -> {
            step.accept(endpoint);
            return endpoint;
          },
          done -> {},
          problem::set);
    }
  }

  /** Where the run stands. */
  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Where the run stands. */
  public RunState state() {
    return state.get();
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return shown.progressProperty();
  }

  /** The job on the map; null before the first. */
  public ReadOnlyObjectProperty<@Nullable OpenJob> jobProperty() {
    return shown.jobProperty();
  }

  /** The job on the map. */
  public Optional<OpenJob> job() {
    return Optional.ofNullable(shown.job());
  }

  /** The ground of the job by now; null before the first. */
  public ReadOnlyObjectProperty<LiveAreas.@Nullable Snapshot> areasProperty() {
    return shown.areasProperty();
  }

  /** One sentence why the last run did not end well; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Takes the chips per second of every run that ends well. */
  public void setOnRate(DoubleConsumer action) {
    onRate = action;
  }

  /** Called on any thread when cells have changed; must be quick. */
  public void setOnCellsChanged(Runnable action) {
    onCellsChanged = action;
  }

  /** What the next run would do; null where none is possible. A job on the map stays there. */
  public void plan(@Nullable ScoringPlan next) {
    plan.set(next);
    if (!state().isActive() && shown.job() == null) {
      state.set(next == null ? RunState.NOTHING : RunState.READY);
    }
  }

  /** What the next run would do; null where none is possible. */
  public ReadOnlyObjectProperty<@Nullable ScoringPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** While it is true nothing can be begun: what would be run is just changing. */
  public BooleanProperty heldProperty() {
    return held;
  }

  /** Whether a new run can begin. */
  public boolean canStart() {
    return plan.get() != null && !held.get() && !state().isActive();
  }

  /** Begins a new job in a folder that is not there yet. */
  public void start(Path folder) {
    ScoringPlan found = plan.get();
    if (found != null && canStart()) {
      ScoringPlan next = found.withCells(services.cellsProperty().get());
      RunState last = state();
      Runnable putBack = shown.giveWay();
      background.run(
          () -> {
            MapRoom.of(next).check();
            return new OpenJob(
                folder, next.region(), new GridOnMap(next.mapGrid()), CellStore.of(next.mapGrid()));
          },
          opened -> {
            shown.begins(opened);
            run(next, opened);
          },
          sentence -> {
            putBack.run();
            finish(last, sentence);
          });
      begin();
    }
  }

  /** Whether the job on the map can go on: cells are missing or failed, and its plan is known. */
  public boolean canGoOn() {
    return jobPlan != null
        && !held.get()
        && !state().isActive()
        && (state() == RunState.STOPPED || shown.progress().failed() > 0);
  }

  /** Goes on with the job on the map: what failed or had no turn is scored, the rest stays. */
  public void goOn() {
    ScoringPlan same = jobPlan;
    OpenJob open = shown.job();
    if (same != null && open != null && canGoOn()) {
      begin();
      run(same, open);
    }
  }

  private void begin() {
    restarts = 0;
    problem.set("");
    state.set(RunState.STARTING);
  }

  private void run(ScoringPlan what, OpenJob open) {
    jobPlan = what;
    services.whenReady(ready -> run(what, open, ready), this::refuse);
  }

  private void run(ScoringPlan what, OpenJob open, List<ServiceSpec> ready) {
    if (state() != RunState.STARTING) {
      finish(RunState.STOPPED, "");
      return;
    }
    MapPoint middle = focus.get();
    session =
        RunSession.start(
            new RunRequest(what, imagery, open.folder(), ready, middle.x(), middle.y()),
            open.cells(),
            screen,
            () -> onCellsChanged.run(),
            this);
  }

  private void refuse(String sentence) {
    finish(shown.job() == null ? RunState.READY : RunState.STOPPED, sentence);
  }

  /** Sends no more chips until {@link #proceed}. */
  public void pause() {
    if (session != null && state() == RunState.RUNNING) {
      session.pause();
      state.set(RunState.PAUSED);
    }
  }

  /** Goes on after a pause. */
  public void proceed() {
    if (session != null && state() == RunState.PAUSED) {
      session.proceed();
      state.set(RunState.RUNNING);
    }
  }

  /** Ends the run soon; what is scored stays. */
  public void cancel() {
    if (state().isActive()) {
      state.set(RunState.STOPPING);
      if (session != null) {
        session.cancel();
      }
    }
  }

  /**
   * Puts a job of earlier on the map.
   *
   * @param plan how it can go on; null where its imagery is not there any more
   * @param done how far it is
   */
  public void show(
      OpenJob earlier,
      @Nullable ScoringPlan plan,
      LiveAreas.Snapshot ground,
      Progress done,
      String sentence) {
    jobPlan = plan;
    shown.show(earlier, ground, done);
    problem.set(sentence);
    state.set(done.ended() < done.total() ? RunState.STOPPED : RunState.FINISHED);
  }

  /** Lets the job on the map go on by another plan, after its imagery was found again. */
  void replan(OpenJob open, ScoringPlan found) {
    if (open.equals(shown.job()) && jobPlan == null && !state().isActive()) {
      jobPlan = found;
      problem.set("");
    }
  }

  /** Whether the imagery of the job on the map was not there when it was shown. */
  boolean lacksPlan() {
    return shown.job() != null && jobPlan == null;
  }

  /** Takes the job off the map; its files stay. */
  public void clear() {
    jobPlan = null;
    shown.clear();
    problem.set("");
    state.set(plan.get() == null ? RunState.NOTHING : RunState.READY);
  }

  @Override
  public void started() {
    if (state() == RunState.STARTING) {
      state.set(RunState.RUNNING);
    }
  }

  @Override
  public void progressed(Progress now) {
    shown.progressed(now);
  }

  @Override
  public void measured(LiveAreas.Snapshot ground) {
    shown.measured(ground);
  }

  @Override
  public void serviceMeasured(List<ServiceStats> stats) {
    services.measured(stats);
    RunSession running = session;
    if (running != null
        && state() == RunState.RUNNING
        && restarts < MOST_RESTARTS
        && services.ownHasDied()) {
      restarts++;
      restarting = true;
      state.set(RunState.STARTING);
      running.cancel();
    }
  }

  @Override
  public void ended(RunEnd end) {
    session = null;
    boolean again = restarting && state() == RunState.STARTING;
    restarting = false;
    OpenJob open = shown.job();
    ScoringPlan same = jobPlan;
    if (again && open != null && same != null) {
      run(same, open);
    } else if (end instanceof RunEnd.Finished finished) {
      if (finished.summary().scored() > 0) {
        onRate.accept(finished.summary().imagesPerSecond());
      }
      finish(RunState.FINISHED, "");
    } else if (end instanceof RunEnd.Failed failed) {
      finish(RunState.STOPPED, failed.sentence());
    } else {
      finish(RunState.STOPPED, "");
    }
  }

  private void finish(RunState last, String sentence) {
    problem.set(sentence);
    state.set(last);
    services.idle();
  }

  /** The run that is under way, to be waited for at the end of the program. */
  public Optional<RunSession> session() {
    return Optional.ofNullable(session);
  }
}
