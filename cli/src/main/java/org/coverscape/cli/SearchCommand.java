package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coverscape.engine.catalogue.CatalogueSearch;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.RegionImagery;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.store.SqliteTileCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the imagery of a region and says which years and gaps it has. */
@Command(
    name = "search",
    description = {
      "Finds the imagery of a region: the images, their years, pixel size, and gaps.",
      "What a STAC catalogue answers is kept in the catalogue (--catalog), for later without it."
    })
final class SearchCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private StacOptions stac = new StacOptions();
  @Mixin private ImageryOptions imagery = new ImageryOptions();
  @Mixin private RegionOption region = new RegionOption();

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "Only these years: 2018, 2012,2018 or 2015-2018 (default: all).")
  private String year = "all";

  @Option(
      names = "--any-gsd",
      description = "Count coarse imagery too: pixels wider than the network wants.")
  private boolean anyGsd;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    List<Integer> years = Years.parse(year);
    Optional<StacSource> source = stac.source();
    Region ground = region.read();
    List<IndexOutcome.Refused> unread = new ArrayList<>();
    try (ImageryOptions way = imagery;
        SqliteTileCatalog catalog = open(source, reporter)) {
      Optional<String> offline = Optional.empty();
      if (source.isPresent()) {
        CatalogueSearch.Result result =
            new StacFinder(way.catalogues(), reporter)
                .find(new CatalogueSearch.Question(source.get(), ground, years, anyGsd), catalog);
        unread.addAll(result.refused());
        offline = result.offline();
      }
      StacFinder.tell(reporter, unread);
      report(RegionImagery.of(ground, catalog, years, anyGsd), unread, offline, reporter);
    }
    return ExitCode.DONE;
  }

  private SqliteTileCatalog open(Optional<StacSource> source, Reporter reporter) {
    if (source.isPresent()) {
      if (!imagery.imagery.isEmpty()) {
        throw new UserException("Give either --imagery or --stac, not both.");
      }
      return SqliteTileCatalog.open(
          Optional.ofNullable(imagery.catalog).orElse(ImageryOptions.USUAL_CATALOG));
    }
    if (imagery.catalog == null
        && imagery.imagery.isEmpty()
        && Files.isRegularFile(ImageryOptions.USUAL_CATALOG)) {
      return SqliteTileCatalog.open(ImageryOptions.USUAL_CATALOG);
    }
    return imagery.open(reporter, ImageryOptions.OR_STAC);
  }

  private void report(
      RegionImagery found,
      List<IndexOutcome.Refused> unread,
      Optional<String> offline,
      Reporter reporter) {
    Map<String, Object> json = SearchJson.of(found, unread);
    json.put("offline", offline.orElse(null));
    reporter.json(json);
    if (found.images().isEmpty()) {
      throw new UserException(nothing(unread));
    }
    SearchReport.print(found, reporter);
  }

  private String nothing(List<IndexOutcome.Refused> unread) {
    String which = Years.parse(year).isEmpty() ? "" : " of " + year;
    String advice = which.isEmpty() ? "look elsewhere." : "name other years.";
    return unread.isEmpty()
        ? "No imagery" + which + " touches the region; correct the region, or " + advice
        : "No imagery"
            + which
            + " that can be read touches the region; the first reason: "
            + unread.get(0).reason();
  }
}
