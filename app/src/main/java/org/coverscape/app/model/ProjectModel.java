package org.coverscape.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectJob;
import org.coverscape.engine.project.ProjectRegion;
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
  private final ProjectSaver saver = new ProjectSaver();
  private final ProjectParts parts;
  private final RunModel run;
  private final SettingsModel settings;
  private final Notices notices;
  private final InOrder files;
  private final ProjectJobs jobs;
  private final ReadOnlyObjectWrapper<@Nullable Path> file =
      new ReadOnlyObjectWrapper<>(this, "file", null);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyStringWrapper readOnly = new ReadOnlyStringWrapper(this, "readOnly", "");
  private final Path untitled;
  private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(this, "opening", false);
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
    this.untitled = untitled;
    files = new InOrder(background);
    jobs = new ProjectJobs(run, parts.imagery(), files, notices, clock);
    run.stateProperty().addListener((o, was, is) -> noteJob());
    run.heldProperty()
        .bind(opening.or(jobs.loadingProperty()).or(parts.region().settlingProperty()));
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
    return jobs.all();
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
    files.run(() -> OpenedProject.read(project), opened -> show(project, opened), this::refused);
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
          return OpenedProject.read(project);
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
    Project copy = parts.gather(nameOf(project), jobs.all(), otherRegions);
    files.run(
        () -> OpenedProject.copied(project, copy),
        opened -> {
          keep(project, opened);
          notices.say("The project is now saved in " + project + ".");
        },
        notices::warn);
  }

  /** What a project in a file is called. */
  public static String nameOf(Path project) {
    String file = String.valueOf(project.getFileName());
    return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
  }

  private void keep(Path project, OpenedProject opened) {
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

  private void show(Path project, OpenedProject opened) {
    keep(project, opened);
    run.clear();
    jobs.replace(opened.project().jobs());
    if (!opened.readOnly().isEmpty()) {
      notices.warn(opened.readOnly());
    }
    parts.restore(
        opened.project(),
        () -> {
          opening.set(false);
          jobs.last().ifPresent(this::showJob);
        });
  }

  /** Puts a job of the project on the map. */
  public void showJob(ProjectJob job) {
    if (refusesWhileRunning()) {
      return;
    }
    jobs.show(job);
  }

  /** The folder of the next job, beside the project's file. */
  public Path nextJobFolder() {
    Path project = file.get();
    Path beside = project == null ? Path.of("") : project.toAbsolutePath();
    return jobs.nextFolder(beside.resolveSibling(name.get() + " jobs"));
  }

  /** The job of the run takes its place in the list, and the project is saved with it. */
  private void noteJob() {
    if (!opening.get() && jobs.note()) {
      save();
    }
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
    Project now = parts.gather(name.get(), List.copyOf(jobs.all()), otherRegions);
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
          saver.writeLast(target, parts.gather(name.get(), jobs.all(), otherRegions));
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
