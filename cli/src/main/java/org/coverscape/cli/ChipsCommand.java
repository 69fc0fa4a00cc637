package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.coverscape.engine.training.CellLabels;
import org.coverscape.engine.training.ChipDataset;
import org.coverscape.engine.training.ChipFiles;
import org.coverscape.engine.training.ReferenceLabels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The chips of a region as files: the dataset step of 2018. */
@Command(
    name = "chips",
    description =
        "Writes the chips of a region as PNG files with a table of them, in folders of their class"
            + " where a reference raster is given.")
final class ChipsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ImageryOptions imagery = new ImageryOptions();
  @Mixin private RegionOption region = new RegionOption();
  @Mixin private GroundOptions images = new GroundOptions();
  @Mixin private ZoneOption zone = new ZoneOption();
  @Mixin private CrosswalkOption crosswalk = new CrosswalkOption();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
  private Path out = Path.of("");

  @Option(
      names = "--reference",
      paramLabel = "nlcd.tif",
      description =
          "A raster of codes: a chip is of a class when the codes at its nine points are.")
  private @Nullable Path reference;

  @Option(
      names = "--agreeing-only",
      description = "Leave out chips whose nine points are not of one class.")
  private boolean agreeingOnly;

  ChipsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    Path raster = reference;
    if (raster == null && (agreeingOnly || crosswalk.isGiven())) {
      throw new UserException("Without --reference no chip has a class; name a raster of codes.");
    }
    PlanOptions options = images.plan(zone.read());
    Region ground = region.read();
    try (ImageryOptions source = imagery;
        SqliteTileCatalog catalog = imagery.open(reporter)) {
      ScoringPlan plan = ScoringPlan.of(ground, catalog, options);
      plan.refused()
          .forEach(r -> reporter.note("Left out " + r.location().name() + ": " + r.reason()));
      if (raster == null) {
        return write(plan, source, Optional.empty(), reporter);
      }
      try (CellLabels labels = ReferenceLabels.open(raster, crosswalk.read())) {
        return write(plan, source, Optional.of(labels), reporter);
      }
    }
  }

  private int write(
      ScoringPlan plan, ImageryOptions source, Optional<CellLabels> labels, Reporter reporter)
      throws IOException {
    ChipDataset dataset = new ChipDataset(plan, labels, agreeingOnly);
    // the process waits for the hook to be closed, and then ends: all has to be said before
    try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt)) {
      try {
        write(dataset, plan, source, reporter, hook);
      } catch (InterruptedException e) {
        reporter.note("Stopped; the chips until now are in " + out + ", without their table.");
        return ExitCode.CANCELLED;
      }
    }
    return report(dataset, reporter);
  }

  private void write(
      ChipDataset dataset,
      ScoringPlan plan,
      ImageryOptions source,
      Reporter reporter,
      InterruptHook hook)
      throws IOException, InterruptedException {
    ProgressBar bar = reporter.progress("chips");
    try (ChipFiles files = ChipFiles.begin(out, plan)) {
      bar.start(plan.cover().count(), 0);
      dataset.write(source.access(), files, bar::step);
      if (hook.fired()) {
        throw new InterruptedException();
      }
      files.finish();
    } finally {
      bar.clear();
    }
  }

  private int report(ChipDataset dataset, Reporter reporter) {
    dataset.notes().forEach(reporter::note);
    long all = dataset.folders().values().stream().mapToLong(Long::longValue).sum();
    dataset
        .missing()
        .forEach(
            (why, count) ->
                reporter.note(
                    String.format(
                        Locale.ROOT, "%,d cells without a chip: %s.", count, words(why))));
    boolean faults = dataset.missing().keySet().stream().anyMatch(UnscoredReason::isFault);
    if (all == 0 && faults) {
      throw new UserException("None of the chips could be read; check the imagery.");
    }
    reporter.line(String.format(Locale.ROOT, "%,d chips in %s.", all, out));
    new TreeMap<>(dataset.folders())
        .forEach((name, n) -> reporter.line(String.format(Locale.ROOT, "%-12s%8d", name, n)));
    reporter.json(json(dataset, all));
    return faults ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private static String words(UnscoredReason reason) {
    return switch (reason) {
      case NO_IMAGERY -> "no image covers them";
      case NODATA -> "less than half of them is valid";
      case UNREADABLE -> "their image could not be read";
      case SERVICE, CANCELLED -> "they were not reached";
    };
  }

  private Map<String, Object> json(ChipDataset dataset, long all) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", out.toString());
    json.put("table", out.resolve(ChipFiles.MANIFEST).toString());
    json.put("chips", all);
    json.put("folders", new TreeMap<>(dataset.folders()));
    Map<String, Long> missing = new TreeMap<>();
    dataset.missing().forEach((why, count) -> missing.put(why.label(), count));
    json.put("missing", missing);
    json.put("notes", dataset.notes());
    return json;
  }
}
