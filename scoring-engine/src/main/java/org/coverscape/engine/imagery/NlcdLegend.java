package org.coverscape.engine.imagery;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The legend of the National Land Cover Database: names and colours by code, after the class legend
 * of the Multi-Resolution Land Characteristics Consortium. Its GeoTIFFs carry the colours without
 * the names.
 */
final class NlcdLegend {
  /** Classes of the lower 48 states; those of Alaska alone may lack in a colour table. */
  private static final int[] EVERYWHERE = {
    11, 21, 22, 23, 24, 31, 41, 42, 43, 52, 71, 81, 82, 90, 95
  };

  /** Releases differ by a few grey levels in each colour. */
  private static final int TOLERANCE = 16;

  private record Entry(int code, int colour, String name) {}

  private static final List<Entry> LEGEND =
      List.of(
          new Entry(11, 0x466B9F, "open water"),
          new Entry(12, 0xD1DEF8, "perennial ice and snow"),
          new Entry(21, 0xDEC5C5, "developed, open space"),
          new Entry(22, 0xD99282, "developed, low intensity"),
          new Entry(23, 0xEB0000, "developed, medium intensity"),
          new Entry(24, 0xAB0000, "developed, high intensity"),
          new Entry(31, 0xB3AC9F, "barren land (rock, sand, clay)"),
          new Entry(41, 0x68AB5F, "deciduous forest"),
          new Entry(42, 0x1C5F2C, "evergreen forest"),
          new Entry(43, 0xB5C58F, "mixed forest"),
          new Entry(51, 0xAF963C, "dwarf scrub"),
          new Entry(52, 0xCCB879, "shrub, scrub"),
          new Entry(71, 0xDFDFC2, "grassland, herbaceous"),
          new Entry(72, 0xD1D182, "sedge, herbaceous"),
          new Entry(73, 0xA3CC51, "lichens"),
          new Entry(74, 0x82BA9E, "moss"),
          new Entry(81, 0xDCD939, "pasture, hay"),
          new Entry(82, 0xAB6C28, "cultivated crops"),
          new Entry(90, 0xB8D9EB, "woody wetlands"),
          new Entry(95, 0x6C9FB8, "emergent herbaceous wetlands"));

  private NlcdLegend() {}

  /**
   * A table of colours alone that is NLCD's, with the names of its classes and without the colours
   * of codes that NLCD does not have; any other table as it is.
   */
  static ClassTable complete(ClassTable table) {
    if (!table.names().isEmpty() || !isNlcd(table)) {
      return table;
    }
    SortedMap<Integer, String> names = new TreeMap<>();
    SortedMap<Integer, Integer> colours = new TreeMap<>();
    for (Entry entry : LEGEND) {
      names.put(entry.code(), entry.name());
      table.colour(entry.code()).ifPresent(colour -> colours.put(entry.code(), colour));
    }
    return new ClassTable(names, colours);
  }

  private static boolean isNlcd(ClassTable table) {
    return LEGEND.stream()
        .filter(entry -> Arrays.stream(EVERYWHERE).anyMatch(code -> code == entry.code()))
        .allMatch(entry -> isNear(table.colour(entry.code()).orElse(-1), entry.colour()));
  }

  /** A colour that is missing, -1, is near none. */
  private static boolean isNear(int one, int other) {
    for (int shift = 0; one >= 0 && shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 255) - (other >> shift & 255)) > TOLERANCE) {
        return false;
      }
    }
    return one >= 0;
  }
}
