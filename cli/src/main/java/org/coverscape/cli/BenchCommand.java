package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.coverscape.cli.bench.Bench;
import org.coverscape.cli.bench.BenchFault;
import org.coverscape.cli.bench.BenchFiles;
import org.coverscape.cli.bench.BenchPlan;
import org.coverscape.cli.bench.BenchResult;
import org.coverscape.cli.bench.BenchSummary;
import org.coverscape.cli.bench.Span;
import org.coverscape.cli.scale.ScaleBook;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the client drives services, or computes the figures of large runs. */
@Command(
    name = "bench",
    description = {
      "Measures the rate against calls in flight and against the number of services.",
      "It starts emulated services by itself, checks every answer, and takes about 15 minutes.",
      "What was measured before an interruption is kept in --out.",
      "Chips come out of memory, or, with --imagery or --catalog, from images read meanwhile."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String NOTHING_MEASURED = "Stopped before anything was measured.";
  private static final String PARTLY_MEASURED =
      "Stopped; these are the curves that were complete by then.";

  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ImageryOptions imagery = new ImageryOptions();

  @Option(
      names = "--services",
      paramLabel = "N",
      defaultValue = "10",
      description = "Services of the second curve, at most (default: ${DEFAULT-VALUE}).")
  private int services = 10;

  @Option(
      names = "--in-flight",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2,4,8,16,20,32,64",
      description = "Fixed windows of the first curve (default: ${DEFAULT-VALUE}).")
  private List<Integer> inFlight = List.of();

  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "20",
      description = "The fixed window of the second curve (default: ${DEFAULT-VALUE}).")
  private int window = 20;

  @Option(
      names = "--chips",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Chips of one measurement for each service (default: ${DEFAULT-VALUE}).")
  private int chips = 1000;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "5",
      description = "Seconds of one measurement, at most (default: ${DEFAULT-VALUE}).")
  private int seconds = 5;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "2",
      description = "How often all is measured; medians count (default: ${DEFAULT-VALUE}).")
  private int rounds = 2;

  @Option(
      names = "--rate",
      paramLabel = "R",
      defaultValue = "381",
      description = "Images a second of the serial service (default: ${DEFAULT-VALUE}).")
  private double rate = 381;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "K",
      defaultValue = "serial,batching,slow,far,tiring",
      description = "Kinds of services to compare (default: ${DEFAULT-VALUE}).")
  private Set<String> kinds = new LinkedHashSet<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "A folder for the numbers (CSV) and the pictures (PNG).")
  private @Nullable Path out;

  @Option(
      names = "--simulate",
      description = "Measure nothing; compute the tables and pictures of docs/scale.md into --out.")
  private boolean simulate;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    return simulate ? simulated(reporter) : measured(reporter);
  }

  private int simulated(Reporter reporter) throws IOException {
    Path folder = out;
    if (folder == null) {
      throw new UserException("Name a folder for the figures with --out DIR.");
    }
    reporter.note("Computing; this takes half a minute.");
    ScaleBook.write(folder);
    reporter.line("The figures are in " + folder + ".");
    reporter.json(Map.of("out", folder.toString(), "tables", ScaleBook.TABLES));
    return ExitCode.DONE;
  }

  private int measured(Reporter reporter) throws IOException {
    Span span = new Span(chips, Duration.ofSeconds(seconds));
    BenchPlan plan = new BenchPlan(services, inFlight, window, span, rounds, rate, kinds);
    long minutes = plan.estimate().toMinutes();
    reporter.note(
        minutes < 2 ? "This takes a minute or two." : "This takes about " + minutes + " minutes.");
    try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt)) {
      AtomicReference<BenchResult> done = new AtomicReference<>(BenchResult.empty(plan));
      boolean complete = run(plan, reporter, done::set);
      BenchResult result = Objects.requireNonNull(done.get());
      report(result, reporter);
      if (!complete) {
        reporter.note(result.isEmpty() ? NOTHING_MEASURED : PARTLY_MEASURED);
      }
      return complete && !hook.fired() ? judged(reporter, result) : ExitCode.CANCELLED;
    } catch (BenchFault e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Answers false when it was interrupted. */
  private boolean run(BenchPlan plan, Reporter reporter, Consumer<BenchResult> done) {
    try {
      if (imagery.imagery.isEmpty() && imagery.catalog == null) {
        Bench.run(plan, reporter::note, done);
      } else {
        try (ImageryOptions source = imagery;
            SqliteTileCatalog catalog = source.open(reporter)) {
          Bench.run(plan, catalog, reporter::note, done);
        }
      }
      return true;
    } catch (InterruptedException e) {
      return false; // the process ends anyway
    }
  }

  private void report(BenchResult result, Reporter reporter) throws IOException {
    if (result.isEmpty()) {
      return;
    }
    if (out != null) {
      BenchFiles.write(result, out);
    }
    BenchSummary summary = new BenchSummary(result);
    summary.lines().forEach(reporter::line);
    reporter.json(summary.json());
  }

  private static int judged(Reporter reporter, BenchResult result) {
    if (result.isRight()) {
      return ExitCode.DONE;
    }
    reporter.fault(
        result.wrong()
            + " answers belonged to other chips and "
            + result.unscored()
            + " chips got none; do not trust these numbers.");
    return ExitCode.PARTLY;
  }
}
