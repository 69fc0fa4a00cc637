package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.coverscape.engine.about.ProgramVersion;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.export.ChipCounts;
import org.coverscape.engine.export.MapExport;
import org.coverscape.engine.export.RunSummary;
import org.coverscape.engine.export.ServiceUse;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceState;
import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.scoring.ScoringEvent;
import org.coverscape.engine.scoring.ScoringJob;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.scoring.ScoringSummary;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobImage;
import org.coverscape.engine.store.JobJournal;

/** Carries out a plan: services, journal, job, files, and what is said about them. */
final class ScoreRun {
  private final Reporter reporter;
  private final ScoringPlan plan;
  private final RasterReader.Opener imagery;
  private final Path out;
  private final boolean resume;
  private final ProgressBar bar;
  private final Set<ServiceEndpoint> troubled = new HashSet<>();

  ScoreRun(
      Reporter reporter, ScoringPlan plan, RasterReader.Opener imagery, Path out, boolean resume) {
    this.imagery = imagery;
    this.reporter = reporter;
    this.plan = plan;
    this.out = out;
    this.resume = resume;
    bar = reporter.progress("chips");
  }

  /** Runs to the end, or until it is stopped; returns the exit code. */
  int run(ServiceOptions options) throws IOException {
    JobFolder folder = JobFolder.prepare(out, resume);
    // the hook is closed last: until then the process waits, so that the services can end in order
    try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt);
        Services services = Services.open(options, plan.cells(), this::serviceChanged)) {
      hook.stopsBy(services.pool()::cancel);
      String model = services.connect(this::say);
      try (JobJournal journal = folder.journal(header(model))) {
        ScoringSummary summary = score(services, journal, hook);
        return summary.cancelled() || hook.fired()
            ? stopped(summary)
            : finish(services, journal, summary, hook);
      }
    } catch (CancellationException | InterruptedException e) {
      reporter.note("Stopped before the first chip.");
      return ExitCode.CANCELLED;
    }
  }

  private JobHeader header(String model) {
    return new JobHeader(
        plan.region(),
        plan.grid(),
        model,
        plan.tiles().stream().map(JobImage::of).toList(),
        plan.year(),
        plan.anyGsd(),
        ProgramVersion.get(),
        Instant.now(),
        plan.cells());
  }

  private ScoringSummary score(Services services, JobJournal journal, InterruptHook hook)
      throws InterruptedException {
    ScoringJob job = new ScoringJob(plan, imagery, services.pool(), journal, this::show);
    hook.stopsBy(job::cancel);
    try {
      job.start();
      return job.completion().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new CompletionException(e);
    } finally {
      bar.clear();
    }
  }

  private void show(ScoringEvent event) {
    if (event instanceof ScoringEvent.Started started) {
      bar.start(started.total(), started.done());
    } else if (event instanceof ScoringEvent.ChipEnded) {
      bar.step();
    }
  }

  private void say(String sentence) {
    bar.clear();
    reporter.note(sentence);
  }

  /** Called on one thread, in the order of the changes. */
  private void serviceChanged(ServiceStats service) {
    boolean wasInTrouble = troubled.remove(service.endpoint());
    if (service.state() == ServiceState.UP && !wasInTrouble) {
      return;
    }
    if (service.state() != ServiceState.UP) {
      troubled.add(service.endpoint());
    }
    String sentence =
        switch (service.state()) {
          case UP -> "The service at " + service.endpoint() + " answers again.";
          case ASIDE -> "The service at " + service.endpoint() + " fails; trying it again soon.";
          case LOST -> "The service at " + service.endpoint() + " is lost; waiting for it.";
          case DEAD -> "The service at " + service.endpoint() + " is given up.";
          case LEFT -> "The service at " + service.endpoint() + " was taken off the list.";
        };
    say(sentence);
  }

  private int stopped(ScoringSummary summary) {
    reporter.note(
        String.format(
            java.util.Locale.ROOT,
            "Stopped with %,d of %,d chips scored; the same command with --resume goes on.",
            summary.earlier() + summary.scored(),
            summary.total()));
    return ExitCode.CANCELLED;
  }

  /** Files that are begun are finished after Ctrl-C, as far as the process still can. */
  private int finish(
      Services services, JobJournal journal, ScoringSummary summary, InterruptHook hook)
      throws IOException {
    try {
      return write(services, journal, summary);
    } catch (IOException | RuntimeException | Error e) {
      if (!hook.fired()) {
        throw e;
      }
      reporter.note("Stopped before all files were written; the same command with --resume does.");
      return ExitCode.CANCELLED;
    }
  }

  private int write(Services services, JobJournal journal, ScoringSummary summary)
      throws IOException {
    MappedRegion map = journal.read();
    AreaReport areas = MapExport.standard().write(map, runSummary(services, summary, map), out);
    return new ScoreReport(reporter, out).print(map, areas);
  }

  private RunSummary runSummary(Services services, ScoringSummary summary, MappedRegion map) {
    return new RunSummary(
        map.sources().size(),
        summary.totalSeconds(),
        summary.readingSeconds(),
        summary.scoringSeconds(),
        summary.imagesPerSecond(),
        services.pool().stats().stream()
            .map(s -> new ServiceUse(s.endpoint().toString(), s.chips(), s.retries(), s.failures()))
            .toList(),
        plan.anyGsd(),
        ProgramVersion.get(),
        plan.cells() == CellSize.CHIP ? Optional.empty() : Optional.of(chips(summary)));
  }

  private static ChipCounts chips(ScoringSummary summary) {
    long scored = summary.earlier() + summary.scored();
    return new ChipCounts(summary.total(), scored, summary.unscored());
  }
}
