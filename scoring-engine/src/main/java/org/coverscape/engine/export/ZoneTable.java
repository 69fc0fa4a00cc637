package org.coverscape.engine.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.GroundShare;
import org.coverscape.engine.analysis.ZoneShare;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.store.Column;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a zone report. {@code hectares} and {@code acres} are the zone's ground inside the
 * region, percents are of that ground, {@code _of_classified} of the part of it that has a class.
 */
final class ZoneTable {
  private static final int DECIMALS = 6;

  private record Measure(String name, Function<ZoneShare, OptionalDouble> value) {}

  private final String field;
  private final List<Measure> measures = new ArrayList<>();

  /** The table of zones that are told apart by a field; one named as a column gets a prefix. */
  ZoneTable(String zoneField) {
    amount("zone_hectares", zone -> zone.zoneSquareMetres() / 10_000);
    amount("hectares", zone -> zone.inside().hectares());
    amount("acres", zone -> zone.inside().acres());
    amount("outside_hectares", zone -> zone.outside().hectares());
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      Function<AreaReport, GroundShare> kind = areas -> areas.of(landCover);
      kind(landCover.label(), kind);
      amount(
          landCover.label() + "_percent_of_classified",
          zone -> zone.areas().percentOfClassified(kind.apply(zone.areas())));
    }
    kind("unclassified", AreaReport::unclassified);
    kind("unscored", AreaReport::unscoredTotal);
    measures.add(new Measure("confidence", zone -> zone.areas().classified().confidence()));
    boolean taken = measures.stream().anyMatch(m -> m.name().equalsIgnoreCase(zoneField));
    field = taken ? "zone_field_" + zoneField : zoneField;
  }

  private void kind(String name, Function<AreaReport, GroundShare> kind) {
    amount(name + "_hectares", zone -> kind.apply(zone.areas()).hectares());
    amount(name + "_acres", zone -> kind.apply(zone.areas()).acres());
    amount(name + "_percent", zone -> zone.areas().percentOfRegion(kind.apply(zone.areas())));
  }

  private void amount(String name, Function<ZoneShare, Double> value) {
    measures.add(new Measure(name, zone -> OptionalDouble.of(value.apply(zone))));
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(field));
    measures.forEach(measure -> columns.add(Column.real(measure.name())));
    return columns;
  }

  List<@Nullable Object> values(ZoneShare zone) {
    @Nullable Object[] values = new @Nullable Object[1 + measures.size()];
    values[0] = zone.value();
    for (int i = 0; i < measures.size(); i++) {
      OptionalDouble value = measures.get(i).value().apply(zone);
      values[i + 1] = value.isPresent() ? value.getAsDouble() : null;
    }
    return Arrays.asList(values);
  }

  String csv(List<ZoneShare> zones) {
    StringBuilder csv = new StringBuilder();
    line(csv, columns().stream().map(Column::name).toList());
    zones.forEach(zone -> line(csv, values(zone)));
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<? extends @Nullable Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    csv.append('\n');
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%." + DECIMALS + "f", number);
    }
    String text = value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
