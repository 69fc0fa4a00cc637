package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.place.RegionSource;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--region",
      required = true,
      paramLabel = "F",
      description =
          "GeoJSON, shapefile (also zipped), GeoPackage, KML or WKT, or minx,miny,maxx,maxy in"
              + " degrees.")
  private String region = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the files.")
  private Path out = Path.of("");

  @Option(
      names = "--year",
      paramLabel = "Y|latest",
      description = "Only imagery of that year (default: the latest everywhere).")
  private String year = "latest";

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
          "Cells of whole chips (224 m), or dense: of 32 m, where the services offer that (default:"
              + " chip).")
  private String cells = "chip";

  @Option(
      names = "--zone",
      paramLabel = "N",
      description = "The UTM zone of the map (default: that of the region's centroid).")
  private @Nullable String zone;

  @Option(
      names = "--any-gsd",
      description = "Allow coarse imagery: pixels wider than the network wants.")
  private boolean anyGsd;

  @Option(names = "--resume", description = "Go on with the job in the folder.")
  private boolean resume;

  ScoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Reporter reporter = new Reporter(console, common);
    PlanOptions options = options();
    Region ground = RegionSource.read(region);
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
        ? imagery.open(reporter)
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
    return new PlanOptions(
        Optional.ofNullable(zone).map(UtmZone::parse), year(), stride, 1.0, anyGsd, cells());
  }

  private CellSize cells() {
    if (!cells.equals("chip") && !cells.equals("dense")) {
      throw new UserException("--cells is chip or dense, not '" + cells + "'.");
    }
    return CellSize.ofLabel(cells);
  }

  private OptionalInt year() {
    if (year.equals("latest")) {
      return OptionalInt.empty();
    }
    if (!year.matches("\\d{4}")) {
      throw new UserException("--year is a year such as 2018, or latest, not '" + year + "'.");
    }
    return OptionalInt.of(Integer.parseInt(year));
  }
}
