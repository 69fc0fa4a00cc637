package org.coverscape.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.scoring.CoverTile;
import org.coverscape.engine.scoring.Coverage;
import org.coverscape.engine.scoring.RegionImagery;

/** Tells a person what imagery there is of a region. */
final class SearchReport {
  private static final int MOST_LINES = 40;

  private SearchReport() {}

  static void print(RegionImagery found, Reporter reporter) {
    reporter.line(text("Imagery of a region of %,.1f hectares:", found.all().regionHectares()));
    reporter.line("");
    TextTable.lines("lrrrl", years(found)).forEach(reporter::line);
    reporter.line("");
    TextTable.lines("llrrll", images(found.images())).forEach(reporter::line);
    if (found.images().size() > MOST_LINES) {
      reporter.line(text("  and %,d more; --json lists all.", found.images().size() - MOST_LINES));
    }
    found
        .all()
        .refused()
        .forEach(r -> reporter.note(r.location().name() + " cannot be scored: " + r.reason()));
    reporter.line("");
    reporter.line(sentence(found.all()));
  }

  private static List<List<String>> years(RegionImagery found) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("year", "images", "covered", "missing", "GSD"));
    List<Map.Entry<Integer, Coverage>> newest = new ArrayList<>(found.years().entrySet());
    Collections.reverse(newest);
    newest.forEach(year -> rows.add(row(Integer.toString(year.getKey()), year.getValue())));
    rows.add(row("all", found.all()));
    return rows;
  }

  private static List<String> row(String name, Coverage coverage) {
    DoubleSummaryStatistics gsd =
        coverage.tiles().stream().mapToDouble(CoverTile::gsd).summaryStatistics();
    return List.of(
        name,
        text("%,d", coverage.tiles().size()),
        text("%.1f %%", Math.floor(10 * RegionImagery.percent(coverage)) / 10),
        text("%,.1f ha", coverage.gapHectares()),
        gsd.getCount() == 0 ? "-" : range(gsd));
  }

  private static String range(DoubleSummaryStatistics gsd) {
    String least = text("%.2f", gsd.getMin());
    String most = text("%.2f", gsd.getMax());
    return least.equals(most) ? least + " m" : least + " to " + most + " m";
  }

  private static List<List<String>> images(List<ImageryTile> images) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("image", "date", "GSD", "pixels", "system", "where"));
    images.stream()
        .limit(MOST_LINES)
        .forEach(
            image ->
                rows.add(
                    List.of(
                        image.id(),
                        image.date().map(Object::toString).orElse("no date"),
                        text("%.2f m", image.gsd()),
                        text("%,d x %,d", image.width(), image.height()),
                        image.crs().toString(),
                        where(image.location()))));
    return rows;
  }

  private static String where(ImageLocation location) {
    return location instanceof ImageLocation.OfWeb web ? web.uri().getHost() : location.toString();
  }

  private static String sentence(Coverage all) {
    if (all.isComplete()) {
      return "All of the region lies under imagery that can be scored.";
    }
    return text(
        "%,.1f hectares (%.1f %% of the region) lie under no imagery that can be scored.",
        all.gapHectares(), 100 - RegionImagery.percent(all));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
