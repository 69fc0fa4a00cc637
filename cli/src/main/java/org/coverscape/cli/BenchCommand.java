package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.coverscape.cli.bench.Bench;
import org.coverscape.cli.bench.BenchFault;
import org.coverscape.cli.bench.BenchFiles;
import org.coverscape.cli.bench.BenchPlan;
import org.coverscape.cli.bench.BenchResult;
import org.coverscape.cli.bench.BenchSummary;
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
      "It starts emulated services by itself, checks every answer, and takes some minutes.",
      "Chips come out of memory, or, with --imagery or --catalog, from images read meanwhile."
    })
final class BenchCommand implements Callable<Integer> {
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
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often all is measured; medians count (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

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
    BenchPlan plan = new BenchPlan(services, inFlight, window, chips, rounds, rate, kinds);
    try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt)) {
      BenchResult result = run(plan, reporter);
      if (out != null) {
        BenchFiles.write(result, out);
      }
      BenchSummary summary = new BenchSummary(result);
      summary.lines().forEach(reporter::line);
      reporter.json(summary.json());
      return hook.fired() ? ExitCode.CANCELLED : judged(reporter, result);
    } catch (BenchFault e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      reporter.note("Stopped; nothing was written.");
      return ExitCode.CANCELLED;
    }
  }

  private BenchResult run(BenchPlan plan, Reporter reporter) throws InterruptedException {
    if (imagery.imagery.isEmpty() && imagery.catalog == null) {
      return Bench.run(plan, reporter::note);
    }
    try (SqliteTileCatalog catalog = imagery.open(reporter)) {
      return Bench.run(plan, catalog, reporter::note);
    }
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
