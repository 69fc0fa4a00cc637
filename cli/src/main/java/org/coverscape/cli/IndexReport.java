package org.coverscape.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coverscape.engine.catalogue.CatalogueChange;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.Suitability;

/** What became of a catalogue, for people and as JSON. */
final class IndexReport {
  private final Path catalog;
  private final CatalogueChange change;
  private final Set<ImageLocation> forgotten;

  /**
   * A report.
   *
   * @param forgotten those of the missing images that were forgotten
   */
  IndexReport(Path catalog, CatalogueChange change, List<ImageryTile> forgotten) {
    this.catalog = catalog;
    this.change = change;
    this.forgotten =
        forgotten.stream().map(ImageryTile::location).collect(Collectors.toUnmodifiableSet());
  }

  private String fate(ImageryTile tile) {
    return forgotten.contains(tile.location()) ? "  forgotten  " : "  missing  ";
  }

  private int missing() {
    return change.missing().size() - forgotten.size();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Set<ImageLocation> missing =
        change.missing().stream().map(ImageryTile::location).collect(Collectors.toSet());
    found().forEach(tile -> lines.add(describe(tile)));
    change
        .moved()
        .forEach(move -> lines.add("  moved  " + move.from() + " -> " + move.tile().location()));
    change.missing().forEach(tile -> lines.add(fate(tile) + tile.location()));
    change.away().stream()
        .filter(tile -> !missing.contains(tile.location()))
        .forEach(tile -> lines.add("  away, kept  " + tile.location()));
    change.refused().forEach(no -> lines.add("  not read  " + no.location() + ": " + no.reason()));
    lines.add(summary());
    if (missing() > 0) {
      lines.add("Index the folder that holds the missing ones now, or forget them with --prune.");
    }
    return lines;
  }

  private String summary() {
    List<String> parts = new ArrayList<>();
    Map<String, Integer> others = new LinkedHashMap<>();
    others.put("new", change.added().size());
    others.put("changed", change.changed().size());
    others.put("moved", change.moved().size());
    others.put("unchanged", change.unchanged().size());
    others.put("forgotten", forgotten.size());
    others.put("missing", missing());
    others.forEach(
        (what, number) -> {
          if (number > 0) {
            parts.add(count(number, what));
          }
        });
    int found = change.found();
    return String.format(
        Locale.ROOT,
        "%,d image%s in %s%s; %,d could not be read.",
        found,
        found == 1 ? "" : "s",
        catalog,
        parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")",
        change.refused().size());
  }

  private static String count(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s", number, what);
  }

  private Stream<ImageryTile> found() {
    return Stream.concat(change.added().stream(), change.changed().stream());
  }

  private static String describe(ImageryTile tile) {
    String remark = Suitability.refusal(tile, 1.0, false).map(r -> "  (" + r + ")").orElse("");
    return String.format(
        Locale.ROOT,
        "  %s  %s  %.2f m  %s  %d bands%s%s",
        tile.id(),
        tile.date().map(Object::toString).orElse("no date"),
        tile.gsd(),
        tile.crs(),
        tile.bands(),
        tile.synthetic() ? "  synthetic" : "",
        remark);
  }

  Map<String, Object> json() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("catalog", catalog.toString());
    result.put(
        "indexed",
        Stream.of(
                json("new", change.added()),
                json("changed", change.changed()),
                json("moved", change.moved().stream().map(CatalogueChange.Move::tile).toList()),
                json("unchanged", change.unchanged()))
            .flatMap(List::stream)
            .toList());
    result.put(
        "moved",
        change.moved().stream()
            .map(move -> Map.of("from", move.from().text(), "to", move.tile().location().text()))
            .toList());
    result.put("missing", change.missing().stream().map(t -> t.location().text()).toList());
    result.put("away", change.away().stream().map(t -> t.location().text()).toList());
    result.put(
        "refused",
        change.refused().stream()
            .map(no -> Map.of("path", no.location().toString(), "reason", no.reason()))
            .toList());
    return result;
  }

  private static List<Map<String, Object>> json(String state, List<ImageryTile> tiles) {
    return tiles.stream().map(tile -> json(state, tile)).toList();
  }

  private static Map<String, Object> json(String state, ImageryTile tile) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", tile.id());
    row.put("state", state);
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
