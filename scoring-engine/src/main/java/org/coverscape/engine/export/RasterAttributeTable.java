package org.coverscape.engine.export;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
    StringBuilder xml = new StringBuilder("<PAMDataset>\n  <PAMRasterBand band=\"1\">\n");
    xml.append("    <Description>").append(raster.title()).append("</Description>\n");
    if (raster.thematic()) {
      categories(xml, values);
      table(xml, raster, values, counts, areas);
    } else {
      xml.append("    <UnitType>%</UnitType>\n");
    }
    return xml.append("  </PAMRasterBand>\n</PAMDataset>\n").toString();
  }

  private static void categories(StringBuilder xml, List<RasterValue> values) {
    xml.append("    <CategoryNames>\n");
    for (RasterValue value : values) {
      xml.append("      <Category>").append(value.name()).append("</Category>\n");
    }
    xml.append("    </CategoryNames>\n");
  }

  private static void table(
      StringBuilder xml,
      MapRaster raster,
      List<RasterValue> values,
      long[] counts,
      AreaReport areas) {
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
              hectares(raster, value.value(), areas).orElse(0)));
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
