package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coverscape.cli.window.Obstacle;
import org.coverscape.cli.window.WindowProgram;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.sample.SampleArea;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job on the bundled sample. */
@Command(
    name = "demo",
    description = {
      "The main job on the bundled synthetic sample.",
      "Opens the window on it; writes files and a picture where there is no display, and with"
          + " --headless, --out, --services or --json."
    })
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ServiceOptions services = new ServiceOptions();

  @Option(names = "--headless", description = "Write files; open no window.")
  private boolean headless;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the files (default: demo-output).")
  private @Nullable Path folder;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Reporter reporter = new Reporter(console, common);
    if (!headless && folder == null && services.services == null && !common.json) {
      WindowProgram window = WindowProgram.handedOver();
      Optional<Obstacle> obstacle = window.obstacle();
      if (obstacle.isEmpty()) {
        return new WindowRun(reporter, window).open(List.of("--sample"));
      }
      reporter.note(obstacle.get().reason() + ", so the map is written to files instead.");
    }
    return write(reporter, folder == null ? Path.of("demo-output") : folder);
  }

  private int write(Reporter reporter, Path out) throws IOException {
    discardEarlier(out);
    reporter.note("Painting the synthetic sample area ...");
    Path image = SampleArea.ensure(out.resolve("imagery"));
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      AnyImagery access = AnyImagery.local();
      new ImageryIndexer(access)
          .index(
              List.of(image),
              outcome -> {
                if (outcome instanceof IndexOutcome.Indexed indexed) {
                  catalog.put(indexed.tile());
                }
              });
      ScoringPlan plan = ScoringPlan.of(SampleArea.region(), catalog, PlanOptions.DEFAULT);
      reporter.note("Scoring it ...");
      return new ScoreRun(reporter, plan, access, out, false).run(services);
    }
  }

  /** A demo begins anew each time; only its own journal is taken away. */
  private static void discardEarlier(Path out) throws IOException {
    for (String name : List.of("job.sqlite", "job.sqlite-wal", "job.sqlite-shm")) {
      Files.deleteIfExists(out.resolve(name));
    }
  }
}
