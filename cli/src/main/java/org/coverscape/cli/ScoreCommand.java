package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.store.SqliteTileCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: from a region to the files of its land-cover map. */
@Command(
    name = "score",
    description = "Maps the land cover of a region and writes the map as files.")
final class ScoreCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ImageryOptions imagery = new ImageryOptions();
  @Mixin private StacOptions stac = new StacOptions();
  @Mixin private ServiceOptions services = new ServiceOptions();
  @Mixin private RegionOption region = new RegionOption();
  @Mixin private GroundOptions images = new GroundOptions();
  @Mixin private ZoneOption zone = new ZoneOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the files.")
  private Path out = Path.of("");

  @Option(
      names = "--stride",
      paramLabel = "224|112|56",
      description =
          "Cell size in metres; below 224 the cells are smaller, but each is still judged by the"
              + " 224 m around it (default: 224).")
  private int stride = 224;

  @Option(
      names = "--cells",
      paramLabel = "chip|dense",
      description =
          "chip: a class for each 224 m; dense: one for each of the 49 cells of 32 m in it, finer"
              + " and each less certain, from the built-in service and others that offer it"
              + " (default: chip).")
  private String cells = "chip";

  @Option(names = "--resume", description = "Go on with the job in the folder.")
  private boolean resume;

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Reporter reporter = new Reporter(console, common);
    PlanOptions options = options();
    Region ground = region.read();
    try (ImageryOptions source = imagery;
        SqliteTileCatalog catalog = catalog(ground, options, reporter)) {
      ScoringPlan plan = ScoringPlan.of(ground, catalog, options);
      plan.refused()
          .forEach(r -> reporter.note("Left out " + r.location().name() + ": " + r.reason()));
      return new ScoreRun(reporter, plan, source.access(), out, resume).run(services);
    }
  }

  private SqliteTileCatalog catalog(Region ground, PlanOptions options, Reporter reporter)
      throws IOException {
    Optional<StacSource> source = stac.source();
    return source.isEmpty()
        ? imagery.open(reporter, ImageryOptions.OR_STAC)
        : imagery.find(
            source.get(),
            ground,
            options.year().stream().boxed().toList(),
            options.anyGsd(),
            reporter);
  }

  private PlanOptions options() {
    if (stride != 224 && stride != 112 && stride != 56) {
      throw new UserException("--stride is 224, 112 or 56, not " + stride + ".");
    }
    return images.plan(zone.read(), stride, cells());
  }

  private CellSize cells() {
    if (!cells.equals("chip") && !cells.equals("dense")) {
      throw new UserException("--cells is chip or dense, not '" + cells + "'.");
    }
    return CellSize.ofLabel(cells);
  }
}
