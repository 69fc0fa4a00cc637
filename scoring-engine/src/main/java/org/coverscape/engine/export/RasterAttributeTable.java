package org.coverscape.engine.export;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * The names of a raster's numbers as GDAL keeps them beside a file ({@code .aux.xml}, "persistent
 * auxiliary metadata"), which Esri's programs read too: category names and a raster attribute table
 * with value, class, colour, number of pixels and hectares.
 */
final class RasterAttributeTable {
  /** GDAL's types and usages of columns, {@code GDALRATFieldType} and {@code GDALRATFieldUsage}. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Value", 0, 5),
          new Column("Class", 2, 2),
          new Column("Red", 0, 6),
          new Column("Green", 0, 7),
          new Column("Blue", 0, 8),
          new Column("Count", 0, 1),
          new Column("Hectares", 1, 0));

  private record Column(String name, int type, int usage) {}

  private RasterAttributeTable() {}

  /** The side file of a raster; rasters of amounts have a unit instead of a table. */
  static String xml(MapRaster raster, List<RasterValue> values, long[] counts, AreaReport areas) {
    if (raster.thematic()) {
      return xml(raster.title(), values, counts, value -> hectares(raster, value, areas).orElse(0));
    }
    return file(raster.title(), "    <UnitType>%</UnitType>\n");
  }

  /** The side file of a raster of names; values rise, and those left out have no name. */
  static String xml(
      String title, List<RasterValue> values, long[] counts, IntToDoubleFunction hectares) {
    StringBuilder xml = new StringBuilder();
    categories(xml, values);
    table(xml, values, counts, hectares);
    return file(title, xml.toString());
  }

  private static String file(String title, String content) {
    return "<PAMDataset>\n  <PAMRasterBand band=\"1\">\n    <Description>"
        + title
        + "</Description>\n"
        + content
        + "  </PAMRasterBand>\n</PAMDataset>\n";
  }

  private static void categories(StringBuilder xml, List<RasterValue> values) {
    xml.append("    <CategoryNames>\n");
    int next = 0;
    for (RasterValue value : values) {
      // a category's place in the list is its number
      xml.append("      <Category></Category>\n".repeat(value.value() - next));
      xml.append("      <Category>").append(value.name()).append("</Category>\n");
      next = value.value() + 1;
    }
    xml.append("    </CategoryNames>\n");
  }

  private static void table(
      StringBuilder xml, List<RasterValue> values, long[] counts, IntToDoubleFunction hectares) {
    xml.append("    <GDALRasterAttributeTable tableType=\"thematic\">\n");
    for (int i = 0; i < COLUMNS.size(); i++) {
      Column column = COLUMNS.get(i);
      xml.append(
          String.format(
              Locale.ROOT,
              "      <FieldDefn index=\"%d\"><Name>%s</Name><Type>%d</Type><Usage>%d</Usage></FieldDefn>\n",
              i,
              column.name(),
              column.type(),
              column.usage()));
    }
    for (int i = 0; i < values.size(); i++) {
      RasterValue value = values.get(i);
      xml.append(
          String.format(
              Locale.ROOT,
              "      <Row index=\"%d\"><F>%d</F><F>%s</F><F>%d</F><F>%d</F><F>%d</F><F>%d</F><F>%.6f</F></Row>\n",
              i,
              value.value(),
              value.name(),
              value.red(),
              value.green(),
              value.blue(),
              counts[value.value()],
              hectares.applyAsDouble(value.value())));
    }
    xml.append("    </GDALRasterAttributeTable>\n");
  }

  /** The ground of a number, clipped to the region; numbers that mean no ground have none. */
  private static OptionalDouble hectares(MapRaster raster, int value, AreaReport areas) {
    if (value == 0) {
      return OptionalDouble.empty();
    }
    if (raster == MapRaster.LAND_COVER) {
      return OptionalDouble.of(areas.of(LandCoverClass.ofId(value)).hectares());
    }
    return switch (CellState.values()[value]) {
      case SCORED -> OptionalDouble.of(areas.classified().hectares());
      case UNCLASSIFIED -> OptionalDouble.of(areas.unclassified().hectares());
      case UNSCORED -> OptionalDouble.of(areas.unscoredTotal().hectares());
      case OUTSIDE, BELOW_THRESHOLD -> OptionalDouble.empty();
    };
  }
}
