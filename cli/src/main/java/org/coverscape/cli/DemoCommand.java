package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.sample.SampleArea;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job on the bundled sample. */
@Command(
    name = "demo",
    description = "The main job on the bundled synthetic sample; writes files and a picture.")
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ServiceOptions services = new ServiceOptions();

  @Option(names = "--headless", description = "Write files; open no window.")
  private boolean headless;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the files (default: ${DEFAULT-VALUE}).",
      defaultValue = "demo-output")
  private Path out = Path.of("demo-output");

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Reporter reporter = new Reporter(console, common);
    if (!headless) {
      reporter.note("The window is not built yet; this writes the files of the map instead.");
    }
    discardEarlier();
    reporter.note("Painting the synthetic sample area ...");
    Path image = SampleArea.ensure(out.resolve("imagery"));
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      new ImageryIndexer()
          .index(
              List.of(image),
              outcome -> {
                if (outcome instanceof IndexOutcome.Indexed indexed) {
                  catalog.put(indexed.tile());
                }
              });
      ScoringPlan plan = ScoringPlan.of(SampleArea.region(), catalog, PlanOptions.DEFAULT);
      reporter.note("Scoring it ...");
      return new ScoreRun(reporter, plan, out, false).run(services);
    }
  }

  /** A demo begins anew each time; only its own journal is taken away. */
  private void discardEarlier() throws IOException {
    for (String name : List.of("job.sqlite", "job.sqlite-wal", "job.sqlite-shm")) {
      Files.deleteIfExists(out.resolve(name));
    }
  }
}
