package org.coverscape.cli.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.coverscape.cli.plot.ChartFile;
import org.coverscape.cli.plot.LineChart;

/** The figures of {@code docs/scale.md}: its tables and pictures, computed anew. */
public final class ScaleBook {
  /** The file with the tables. */
  public static final String TABLES = "scale-tables.md";

  private ScaleBook() {}

  /** Every table, as Markdown, by its name; each computed when it is asked for. */
  static Map<String, Supplier<String>> tables() {
    Map<String, Supplier<String>> tables = new LinkedHashMap<>();
    tables.put("2018", PastTables::run);
    tables.put("2018-cores", PastTables::cores);
    tables.put("2018-sizes", PastTables::sizes);
    tables.put("clients", OurTables::clients);
    tables.put("sensitivity", OurTables::sensitivity);
    tables.put("slow-machine", OurTables::slowMachine);
    return tables;
  }

  /**
   * Computes everything, which takes some minutes at most, and writes it over what is there.
   *
   * @param folder made where it is missing
   */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder();
    tables().forEach((name, table) -> text.append(marked(name, table.get())).append('\n'));
    Files.writeString(folder.resolve(TABLES), text);
    for (Map.Entry<String, LineChart> chart : ScaleCharts.all().entrySet()) {
      ChartFile.write(chart.getValue(), folder.resolve(chart.getKey()));
    }
  }

  /** A table between the marks by which it is found in the document. */
  static String marked(String name, String table) {
    return "<!-- computed: " + name + " -->\n" + table + "<!-- end -->\n";
  }
}
