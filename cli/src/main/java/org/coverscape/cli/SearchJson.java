package org.coverscape.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.scoring.CoverTile;
import org.coverscape.engine.scoring.Coverage;
import org.coverscape.engine.scoring.RegionImagery;
import org.jspecify.annotations.Nullable;

/** What imagery there is of a region, for a machine; outlines are well-known text in degrees. */
final class SearchJson {
  private SearchJson() {}

  static Map<String, Object> of(RegionImagery found, List<IndexOutcome.Refused> unread) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("region", Map.of("hectares", found.all().regionHectares()));
    result.put(
        "years",
        found.years().entrySet().stream().map(e -> year(e.getKey(), e.getValue())).toList());
    result.put("images", found.images().stream().map(SearchJson::image).toList());
    result.put("complete", found.all().isComplete());
    result.put("percent", RegionImagery.percent(found.all()));
    result.put("gap", gap(found.all()));
    result.put("unsuitable", refusals(found.all().refused()));
    result.put("unread", refusals(unread));
    return result;
  }

  private static Map<String, Object> year(int year, Coverage coverage) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("year", year);
    row.put("images", coverage.tiles().size());
    row.put("percent", RegionImagery.percent(coverage));
    row.put("gap", gap(coverage));
    row.put(
        "gsd", coverage.tiles().stream().mapToDouble(CoverTile::gsd).distinct().sorted().toArray());
    return row;
  }

  private static Map<String, Object> gap(Coverage coverage) {
    Map<String, Object> gap = new LinkedHashMap<>();
    gap.put("hectares", coverage.gapHectares());
    gap.put("outline", outline(coverage));
    return gap;
  }

  private static @Nullable String outline(Coverage coverage) {
    return coverage.gap().isEmpty()
        ? null
        : coverage.grid().crs().to(Crs.WGS84).transform(coverage.gap()).toText();
  }

  private static Map<String, Object> image(ImageryTile tile) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", tile.id());
    row.put("location", tile.location().text());
    row.put("date", tile.date().map(Object::toString).orElse(null));
    row.put("year", tile.year().isPresent() ? tile.year().getAsInt() : null);
    row.put("gsd", tile.gsd());
    row.put("width", tile.width());
    row.put("height", tile.height());
    row.put("bands", tile.bands());
    row.put("crs", tile.crs().toString());
    row.put("fingerprint", tile.fingerprint());
    row.put("footprint", tile.footprint().toText());
    return row;
  }

  private static List<Map<String, String>> refusals(List<IndexOutcome.Refused> refused) {
    return refused.stream()
        .map(r -> Map.of("location", r.location().text(), "reason", r.reason()))
        .toList();
  }
}
