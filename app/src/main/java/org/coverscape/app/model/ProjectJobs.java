package org.coverscape.app.model;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.app.geo.GridOnMap;
import org.coverscape.app.run.JobLoader;
import org.coverscape.app.run.Progress;
import org.coverscape.app.work.InOrder;
import org.coverscape.engine.project.ProjectJob;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.JobJournal;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of the project that is open: showing one, going on with it, and where the next one goes.
 * Used on the screen's thread; journals are read in the background.
 */
final class ProjectJobs {
  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

  private record LoadedJob(
      OpenJob open, JobLoader.Loaded job, @Nullable ScoringPlan plan, String refusal) {}

  private final RunModel run;
  private final ImageryModel imagery;
  private final InOrder files;
  private final Notices notices;
  private final InstantSource clock;
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading", false);
  private final ObservableList<ProjectJob> jobs = FXCollections.observableArrayList();
  private final ObservableList<ProjectJob> shown = FXCollections.unmodifiableObservableList(jobs);

  /** No jobs yet. */
  ProjectJobs(
      RunModel run, ImageryModel imagery, InOrder files, Notices notices, InstantSource clock) {
    this.run = run;
    this.imagery = imagery;
    this.files = files;
    this.notices = notices;
    this.clock = clock;
    imagery.tiles().addListener((InvalidationListener) change -> replan());
  }

  /** The jobs, the oldest first. */
  ObservableList<ProjectJob> all() {
    return shown;
  }

  /** Whether one is being loaded. */
  ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Takes the jobs of another project. */
  void replace(List<ProjectJob> others) {
    jobs.setAll(others);
  }

  /** The newest job. */
  Optional<ProjectJob> last() {
    return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(jobs.size() - 1));
  }

  /** Puts a job on the map. */
  void show(ProjectJob job) {
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

  private LoadedJob load(ProjectJob job) {
    JobLoader.Loaded loaded = JobLoader.load(JobLoader.journal(job.folder()));
    OpenJob open =
        new OpenJob(
            job.folder(),
            loaded.region(),
            new GridOnMap(loaded.header().mapGrid()),
            loaded.cells());
    try {
      return new LoadedJob(open, loaded, imagery.planOf(loaded.header()), "");
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
              return imagery.planOf(journal.header());
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

  /** The folder of the next job in a folder of jobs. */
  Path nextFolder(Path folder) {
    String time = FOLDER_NAME.format(clock.instant().atZone(ZoneId.systemDefault()));
    Path free = folder.resolve(time);
    for (int i = 2; isTaken(free); i++) {
      free = folder.resolve(time + " " + i);
    }
    return free;
  }

  private boolean isTaken(Path folder) {
    return jobs.stream().anyMatch(job -> job.folder().equals(folder));
  }

  /**
   * Gives the job of the run its place in the list.
   *
   * @return whether there is one that belongs there
   */
  boolean note() {
    OpenJob open = run.job().orElse(null);
    if (open == null) {
      return false;
    }
    Optional<ProjectJob> known =
        jobs.stream().filter(job -> job.folder().equals(open.folder())).findFirst();
    if (known.isEmpty()
        && run.state() != RunState.RUNNING
        && run.progressProperty().get().ended() == 0) {
      // it has no journal yet, and may never have one
      return false;
    }
    Instant created = known.map(ProjectJob::created).orElseGet(clock::instant);
    ProjectJob now = ProjectParts.job(open, created, JobState.of(run.state()));
    if (known.isEmpty()) {
      jobs.add(now);
    } else if (!known.get().equals(now)) {
      jobs.set(jobs.indexOf(known.get()), now);
    }
    return true;
  }
}
