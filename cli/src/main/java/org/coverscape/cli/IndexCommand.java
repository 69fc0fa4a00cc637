package org.coverscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.Suitability;
import org.coverscape.engine.store.SqliteTileCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts imagery into a catalogue and lists what could not be read. */
@Command(
    name = "index",
    description = "Puts imagery into the catalogue; lists what could not be read, and why.")
final class IndexCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private WebOptions web = new WebOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      converter = LocationConverter.class,
      description = "Folders, files, or addresses (https://…) of images.")
  private List<ImageLocation> paths = new ArrayList<>();

  @Option(
      names = "--catalog",
      paramLabel = "F",
      description = "The catalogue (default: ${DEFAULT-VALUE}).",
      defaultValue = "coverscape-catalog.sqlite")
  private Path catalog = Path.of("coverscape-catalog.sqlite");

  IndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Reporter reporter = new Reporter(console, common);
    List<ImageryTile> tiles = new ArrayList<>();
    List<IndexOutcome.Refused> refused = new ArrayList<>();
    try (WebOptions way = web;
        SqliteTileCatalog store = SqliteTileCatalog.open(catalog)) {
      new ImageryIndexer(way.connected().access())
          .indexAll(
              paths,
              outcome -> {
                if (outcome instanceof IndexOutcome.Indexed indexed) {
                  store.put(indexed.tile());
                  tiles.add(indexed.tile());
                } else if (outcome instanceof IndexOutcome.Refused r) {
                  refused.add(r);
                }
              });
    }
    tiles.forEach(tile -> reporter.line(describe(tile)));
    refused.forEach(r -> reporter.line("  not read  " + r.location() + ": " + r.reason()));
    reporter.line(
        String.format(
            java.util.Locale.ROOT,
            "%,d image%s in %s; %,d could not be read.",
            tiles.size(),
            tiles.size() == 1 ? "" : "s",
            catalog,
            refused.size()));
    reporter.json(json(tiles, refused));
    if (tiles.isEmpty()) {
      throw new UserException(
          refused.isEmpty()
              ? "No imagery was found there; name GeoTIFF files, or folders that hold some."
              : "None of the files could be read; the first reason: "
                  + refused.get(0).location()
                  + ": "
                  + refused.get(0).reason());
    }
    return ExitCode.DONE;
  }

  private static String describe(ImageryTile tile) {
    String remark = Suitability.refusal(tile, 1.0, false).map(r -> "  (" + r + ")").orElse("");
    return String.format(
        java.util.Locale.ROOT,
        "  %s  %s  %.2f m  %s  %d bands%s%s",
        tile.id(),
        tile.date().map(Object::toString).orElse("no date"),
        tile.gsd(),
        tile.crs(),
        tile.bands(),
        tile.synthetic() ? "  synthetic" : "",
        remark);
  }

  private Map<String, Object> json(List<ImageryTile> tiles, List<IndexOutcome.Refused> refused) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("catalog", catalog.toString());
    result.put("indexed", tiles.stream().map(IndexCommand::json).toList());
    result.put(
        "refused",
        refused.stream()
            .map(r -> Map.of("path", r.location().toString(), "reason", r.reason()))
            .toList());
    return result;
  }

  private static Map<String, Object> json(ImageryTile tile) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", tile.id());
    row.put("path", tile.location().toString());
    row.put("crs", tile.crs().toString());
    row.put("gsd", tile.gsd());
    row.put("bands", tile.bands());
    row.put("width", tile.width());
    row.put("height", tile.height());
    row.put("date", tile.date().map(Object::toString).orElse(null));
    row.put("footprint", tile.footprint().toText());
    row.put("synthetic", tile.synthetic());
    return row;
  }
}
