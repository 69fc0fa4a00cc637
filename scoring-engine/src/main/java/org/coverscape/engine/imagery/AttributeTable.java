package org.coverscape.engine.imagery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * Reads what classes are called, and their colours, from GDAL's XML: raster attribute tables
 * ({@code GDALRasterAttributeTable}, with the usages of GDALRATFieldUsage), {@code CategoryNames}
 * and {@code ColorTable}. What makes no sense in them is passed over.
 */
final class AttributeTable {
  private static final int TEXT = 2;
  private static final int NAME = 2;
  private static final int MIN = 3;
  private static final int MIN_MAX = 5;
  private static final int RED = 6;
  private static final int GREEN = 7;
  private static final int BLUE = 8;
  private static final int MOST_CODE = 255;

  private record Column(String name, int type, int usage) {}

  private AttributeTable() {}

  /** What the first band of a file is said to hold. */
  static ClassTable read(PamFile file) {
    ClassTable found = ClassTable.EMPTY;
    for (Element table : file.bandAndFile("GDALRasterAttributeTable")) {
      found = found.or(table(table));
    }
    for (Element names : file.bandAndFile("CategoryNames")) {
      found = found.or(categories(names));
    }
    for (Element colours : file.bandAndFile("ColorTable")) {
      found = found.or(colours(colours));
    }
    return found;
  }

  private static ClassTable table(Element table) {
    List<Column> columns =
        PamFile.children(table, "FieldDefn").stream().map(AttributeTable::column).toList();
    int value = valueColumn(columns);
    int name = nameColumn(columns);
    int red = usage(columns, RED);
    int green = usage(columns, GREEN);
    int blue = usage(columns, BLUE);
    SortedMap<Integer, String> names = new TreeMap<>();
    SortedMap<Integer, Integer> colours = new TreeMap<>();
    List<Element> rows = PamFile.children(table, "Row");
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells =
          PamFile.children(rows.get(i), "F").stream().map(f -> f.getTextContent().trim()).toList();
      int code = value < 0 ? i : number(cell(cells, value)).orElse(-1);
      if (code < 0 || code > MOST_CODE) {
        continue;
      }
      String text = cell(cells, name);
      if (!text.isEmpty()) {
        names.put(code, text);
      }
      OptionalInt r = number(cell(cells, red));
      OptionalInt g = number(cell(cells, green));
      OptionalInt b = number(cell(cells, blue));
      if (r.isPresent() && g.isPresent() && b.isPresent()) {
        colours.put(code, rgb(r.getAsInt(), g.getAsInt(), b.getAsInt()));
      }
    }
    return new ClassTable(names, colours);
  }

  private static Column column(Element definition) {
    return new Column(
        text(definition, "Name").toLowerCase(Locale.ROOT),
        number(text(definition, "Type")).orElse(0),
        number(text(definition, "Usage")).orElse(0));
  }

  private static String text(Element parent, String name) {
    List<Element> found = PamFile.children(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
  }

  private static int usage(List<Column> columns, int usage) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).usage() == usage) {
        return i;
      }
    }
    return -1;
  }

  /** Without one, rows stand in the order of codes. */
  private static int valueColumn(List<Column> columns) {
    int said = Math.max(usage(columns, MIN_MAX), usage(columns, MIN));
    for (int i = 0; i < columns.size() && said < 0; i++) {
      said = columns.get(i).name().equals("value") ? i : -1;
    }
    return said;
  }

  private static int nameColumn(List<Column> columns) {
    int said = usage(columns, NAME);
    for (int i = 0; i < columns.size() && said < 0; i++) {
      said = columns.get(i).type() == TEXT ? i : -1;
    }
    return said;
  }

  private static String cell(List<String> cells, int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  /** Whole numbers; ArcGIS writes them as 11.00000. */
  private static OptionalInt number(String text) {
    try {
      double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
      return value == Math.rint(value) && Math.abs(value) < 1e9
          ? OptionalInt.of((int) value)
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static int rgb(int red, int green, int blue) {
    return (red & 255) << 16 | (green & 255) << 8 | blue & 255;
  }

  private static ClassTable categories(Element names) {
    SortedMap<Integer, String> found = new TreeMap<>();
    List<Element> all = PamFile.children(names, "Category");
    for (int i = 0; i < Math.min(all.size(), MOST_CODE + 1); i++) {
      String name = all.get(i).getTextContent().trim();
      if (!name.isEmpty()) {
        found.put(i, name);
      }
    }
    return new ClassTable(found, new TreeMap<>());
  }

  private static ClassTable colours(Element table) {
    SortedMap<Integer, Integer> found = new TreeMap<>();
    List<Element> all = new ArrayList<>(PamFile.children(table, "Entry"));
    for (int i = 0; i < Math.min(all.size(), MOST_CODE + 1); i++) {
      Element entry = all.get(i);
      found.put(
          i,
          rgb(
              number(entry.getAttribute("c1")).orElse(0),
              number(entry.getAttribute("c2")).orElse(0),
              number(entry.getAttribute("c3")).orElse(0)));
    }
    return new ClassTable(new TreeMap<>(), found);
  }
}
