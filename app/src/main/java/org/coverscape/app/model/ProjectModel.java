package org.coverscape.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.app.geo.GridOnMap;
import org.coverscape.app.run.JobLoader;
import org.coverscape.app.run.Progress;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectJob;
import org.coverscape.engine.project.ProjectRegion;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.engine.store.ProjectFile;
import org.coverscape.engine.store.ProjectLock;
import org.coverscape.engine.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The project that is open: its file, its jobs, saving and opening. Used on the screen's thread;
 * files are dealt with in the background, one after the other.
 *
 * <p>A project is saved by itself; one that another window has open, or that lies in a place that
 * cannot be written to, is shown all the same and not saved.
 */
public final class ProjectModel {
  /** The ending of project files. */
  public static final String ENDING = ProjectFile.ENDING;

  private static final String UNTITLED = "Untitled";
  private static final DateTimeFormatter JOB_NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

  /** What came of reading a project file. */
  private record Opened(Project project, @Nullable ProjectLock lock, String readOnly) {}

  private final ProjectSaver saver = new ProjectSaver();
  private final ProjectParts parts;
  private final RunModel run;
  private final SettingsModel settings;
  private final Notices notices;
  private final InOrder files;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<@Nullable Path> file =
      new ReadOnlyObjectWrapper<>(this, "file", null);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyStringWrapper readOnly = new ReadOnlyStringWrapper(this, "readOnly", "");
  private final Path untitled;
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading", false);
  private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening", false);
  private final ObservableList<ProjectJob> jobs = FXCollections.observableArrayList();
  private final ObservableList<ProjectJob> shownJobs =
      FXCollections.unmodifiableObservableList(jobs);
  private @Nullable ProjectLock lock;
  private @Nullable Project saved;
  private List<ProjectRegion> otherRegions = List.of();
  private String unsaved = "";

  /**
   * No project is open yet.
   *
   * @param untitled the folder for a project where none can be opened
   */
  public ProjectModel(
      ProjectParts parts,
      RunModel run,
      SettingsModel settings,
      Notices notices,
      Background background,
      InstantSource clock,
      Path untitled) {
    this.parts = parts;
    this.run = run;
    this.settings = settings;
    this.notices = notices;
    this.clock = clock;
    this.untitled = untitled;
    files = new InOrder(background);
    run.stateProperty().addListener((o, was, is) -> noteJob());
    run.heldProperty().bind(opening.or(loading).or(parts.region().settlingProperty()));
    parts.imagery().tiles().addListener((InvalidationListener) change -> replan());
  }

  /** The project's file; null before the first is open. */
  public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** What the project is called. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** One sentence why the project is not saved; empty when it is. */
  public ReadOnlyStringProperty readOnlyProperty() {
    return readOnly.getReadOnlyProperty();
  }

  /** Whether a project is being opened. */
  public ReadOnlyBooleanProperty openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** The jobs of the project, the oldest first. */
  public ObservableList<ProjectJob> jobs() {
    return shownJobs;
  }

  /** Opens a project instead of this one, which is saved first. */
  public void open(Path wanted) {
    Path project = wanted.toAbsolutePath().normalize();
    boolean isOpen = project.equals(file.get()) && lock != null;
    if (refusesWhileRunning() || isOpen || opening.get()) {
      return;
    }
    save();
    opening.set(true);
    files.run(() -> read(project), opened -> show(project, opened), this::refused);
    forgetIfGone(project);
  }

  /** A window without a project would have nowhere to keep what is done in it. */
  private void refused(String sentence) {
    opening.set(false);
    notices.warn(sentence);
    if (file.get() == null) {
      files.run(
          () -> free(untitled, UNTITLED),
          project -> create(project, Project.empty(nameOf(project))),
          notices::warn);
    }
  }

  private void forgetIfGone(Path project) {
    files.run(
        () -> Files.exists(project),
        there -> {
          if (!there) {
            settings.change(s -> s.withoutRecent(project.toString()));
          }
        },
        notices::warn);
  }

  /** A window that is in the middle of a job keeps its project. */
  private boolean refusesWhileRunning() {
    if (run.state().isActive()) {
      notices.warn("A run is under way; cancel it or let it finish, then change the project.");
      return true;
    }
    return false;
  }

  private static Opened read(Path project) {
    Project read = ProjectFile.read(project);
    try {
      return new Opened(read, ProjectLock.of(project), "");
    } catch (StoreException e) {
      return new Opened(read, null, String.valueOf(e.getMessage()));
    }
  }

  /** Begins a project in a file that is not there yet, with what another one holds. */
  public void create(Path wanted, Project content) {
    Path project = wanted.toAbsolutePath().normalize();
    if (opening.get() || refusesWhileRunning()) {
      return;
    }
    save();
    opening.set(true);
    files.run(
        () -> {
          ProjectFile.create(project, content);
          return read(project);
        },
        opened -> show(project, opened),
        this::refused);
  }

  /** Goes on with a copy of this project in another file; jobs stay where they are. */
  public void saveAs(Path wanted) {
    Path project = wanted.toAbsolutePath().normalize();
    if (opening.get() || refusesWhileRunning()) {
      return;
    }
    if (project.equals(file.get())) {
      save();
      return;
    }
    Project copy = parts.gather(nameOf(project), jobs, otherRegions);
    files.run(
        () -> copied(project, copy),
        opened -> {
          keep(project, opened);
          notices.say("The project is now saved in " + project + ".");
        },
        notices::warn);
  }

  /** A file that another window has open is not written over: the lock comes first. */
  private static Opened copied(Path project, Project copy) {
    ProjectLock taken = ProjectLock.of(project);
    try {
      ProjectFile.write(project, copy);
      return new Opened(copy, taken, "");
    } catch (StoreException e) {
      taken.close();
      throw e;
    }
  }

  /** What a project in a file is called. */
  public static String nameOf(Path project) {
    String file = String.valueOf(project.getFileName());
    return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
  }

  private void keep(Path project, Opened opened) {
    ProjectLock held = lock;
    if (held != null && held != opened.lock()) {
      held.close();
    }
    lock = opened.lock();
    readOnly.set(opened.readOnly());
    file.set(project);
    name.set(opened.project().name());
    saved = opened.project();
    List<ProjectRegion> regions = opened.project().regions();
    otherRegions = regions.isEmpty() ? List.of() : regions.subList(1, regions.size());
    settings.change(s -> s.withRecent(project.toString()));
  }

  private void show(Path project, Opened opened) {
    keep(project, opened);
    run.clear();
    jobs.setAll(opened.project().jobs());
    if (!opened.readOnly().isEmpty()) {
      notices.warn(opened.readOnly());
    }
    parts.restore(
        opened.project(),
        () -> {
          opening.set(false);
          if (!jobs.isEmpty()) {
            showJob(jobs.get(jobs.size() - 1));
          }
        });
  }

  /** Puts a job of the project on the map. */
  public void showJob(ProjectJob job) {
    if (refusesWhileRunning()) {
      return;
    }
    loading.set(true);
    files.run(
        () -> load(job),
        loaded -> {
          loading.set(false);
          run.show(
              loaded.open(),
              loaded.plan(),
              loaded.job().ground(),
              loaded.job().progress(),
              loaded.refusal());
          if (job.state().equals(JobState.RUNNING.label())) {
            offerToGoOn(loaded.open(), loaded.job().progress());
          }
        },
        sentence -> {
          loading.set(false);
          notices.warn(sentence);
        });
  }

  private record LoadedJob(
      OpenJob open, JobLoader.Loaded job, @Nullable ScoringPlan plan, String refusal) {}

  private LoadedJob load(ProjectJob job) {
    JobLoader.Loaded loaded = JobLoader.load(JobLoader.journal(job.folder()));
    OpenJob open =
        new OpenJob(
            job.folder(), loaded.region(), new GridOnMap(loaded.header().grid()), loaded.cells());
    try {
      return new LoadedJob(open, loaded, parts.imagery().planOf(loaded.header()), "");
    } catch (PlanException e) {
      String missing =
          loaded.progress().ended() < loaded.progress().total()
              ? "The imagery of this job is not there any more; add it again to go on."
              : "";
      return new LoadedJob(open, loaded, null, missing);
    }
  }

  /** Imagery that was missing may have come: the job on the map can go on then. */
  private void replan() {
    OpenJob open = run.job().orElse(null);
    if (open != null && run.lacksPlan() && !run.state().isActive()) {
      files.run(
          () -> {
            try (JobJournal journal = JobJournal.open(open.journal())) {
              return parts.imagery().planOf(journal.header());
            }
          },
          plan -> run.replan(open, plan),
          // it is said in its place that imagery is missing
          sentence -> {});
    }
  }

  private void offerToGoOn(OpenJob cut, Progress done) {
    if (done.ended() < done.total() && run.canGoOn()) {
      notices.offer(
          "The last run was cut short: "
              + Figures.count(done.ended())
              + " of "
              + Figures.count(done.total(), "chip")
              + " are scored.",
          "Continue where it stopped",
          () -> {
            if (run.job().filter(cut::equals).isPresent()) {
              run.goOn();
            }
          });
    }
  }

  /** The folder of the next job, beside the project's file. */
  public Path nextJobFolder() {
    Path project = file.get();
    Path beside = project == null ? Path.of("") : project.toAbsolutePath();
    Path folder = beside.resolveSibling(name.get() + " jobs");
    String time = JOB_NAME.format(clock.instant().atZone(ZoneId.systemDefault()));
    Path free = folder.resolve(time);
    for (int i = 2; isTaken(free); i++) {
      free = folder.resolve(time + " " + i);
    }
    return free;
  }

  private boolean isTaken(Path folder) {
    return jobs.stream().anyMatch(job -> job.folder().equals(folder));
  }

  /** The job of the run takes its place in the list, and the project is saved with it. */
  private void noteJob() {
    OpenJob open = run.job().orElse(null);
    if (open == null || opening.get()) {
      return;
    }
    Optional<ProjectJob> known =
        jobs.stream().filter(job -> job.folder().equals(open.folder())).findFirst();
    if (known.isEmpty()
        && run.state() != RunState.RUNNING
        && run.progressProperty().get().ended() == 0) {
      // it has no journal yet, and may never have one
      return;
    }
    Instant created = known.map(ProjectJob::created).orElseGet(clock::instant);
    ProjectJob now = ProjectParts.job(open, created, JobState.of(run.state()));
    if (known.isEmpty()) {
      jobs.add(now);
    } else if (!known.get().equals(now)) {
      jobs.set(jobs.indexOf(known.get()), now);
    }
    save();
  }

  /** Saves what has changed since the last time, where the project can be saved. */
  public void save() {
    saveThen(() -> {});
  }

  /** The same; the action follows unless saving fails, which is said. */
  public void saveThen(Runnable then) {
    Path target = file.get();
    if (target == null || lock == null || opening.get()) {
      then.run();
      return;
    }
    Project now = parts.gather(name.get(), new ArrayList<>(jobs), otherRegions);
    if (!now.equals(saved)) {
      saved = now;
      files.run(
          () -> {
            saver.write(target, now);
            return now;
          },
          written -> {
            unsaved = "";
            then.run();
          },
          sentence -> {
            saved = null;
            if (!sentence.equals(unsaved)) {
              // said once, not again every few seconds
              unsaved = sentence;
              notices.warn(sentence);
            }
          });
    } else {
      then.run();
    }
  }

  /**
   * Saves for the last time and lets go of the file, on the calling thread: only at the very end.
   *
   * @throws StoreException with one sentence when it cannot be saved
   */
  public void close() {
    ProjectLock held = lock;
    Path target = file.get();
    if (held != null && target != null) {
      try {
        if (!opening.get()) {
          saver.writeLast(target, parts.gather(name.get(), jobs, otherRegions));
        }
      } finally {
        held.close();
        lock = null;
      }
    }
  }

  /** A file for a project that is not taken yet: {@code Sample}, {@code Sample 2}, … */
  static Path free(Path folder, String wanted) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(wanted + ENDING);
    for (int i = 2; Files.exists(file); i++) {
      file = folder.resolve(wanted + " " + i + ENDING);
    }
    return file;
  }
}
