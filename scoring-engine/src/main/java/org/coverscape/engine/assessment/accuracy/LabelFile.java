package org.coverscape.engine.assessment.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coverscape.engine.assessment.AssessmentException;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.place.FeatureFile;
import org.coverscape.engine.vector.Feature;

/**
 * Reads what a person says is there: a class for each id of a sample.
 *
 * <p>A CSV file, or any file of features, with the columns {@code id} and {@code class}; a class is
 * one of the six, or {@code none} of them ({@code unclassified} says the same). Other columns do
 * not matter, nor do capitals.
 */
public final class LabelFile {
  private static final int SHOWN = 5;

  /** A row as it stands in the file. */
  private record Row(String id, String label) {}

  private LabelFile() {}

  /**
   * Reads the labels of a sample.
   *
   * @return the category of every cell by its id
   * @throws IOException when the file cannot be read
   * @throws AssessmentException with one plain sentence when a label is missing, unknown or double,
   *     or the ids are not those of the sample
   */
  public static Map<Integer, Integer> read(Path file, SampleDesign design) throws IOException {
    boolean table = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
    List<Row> rows = table ? table(file) : features(file);
    Set<Integer> wanted =
        design.cells().stream().map(SampledCell::id).collect(Collectors.toCollection(TreeSet::new));
    Map<Integer, Integer> labels = new LinkedHashMap<>();
    Set<Integer> empty = new TreeSet<>();
    for (Row row : rows) {
      int id = id(row, file);
      if (!wanted.contains(id)) {
        throw new AssessmentException(
            "The id " + id + " in " + file + " is not of this sample; take the row out.");
      }
      int category = row.label().isEmpty() ? -1 : category(row, file);
      if (labels.put(id, category) != null) {
        throw new AssessmentException(
            "The id " + id + " is in " + file + " more than once; leave one row of it.");
      }
      if (category < 0) {
        empty.add(id);
      }
    }
    wanted.removeAll(labels.keySet());
    complain(wanted, "Rows missing from", file, "put them back, as only a whole sample holds.");
    complain(empty, "Rows without a class in", file, "label them and try again.");
    return labels;
  }

  private static void complain(Set<Integer> ids, String what, Path file, String then) {
    if (!ids.isEmpty()) {
      String some =
          ids.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
      throw new AssessmentException(
          "%s %s: %d (ids %s%s); %s"
              .formatted(what, file, ids.size(), some, ids.size() > SHOWN ? ", …" : "", then));
    }
  }

  private static int id(Row row, Path file) {
    // programs that know no whole numbers write 12 as 12.0
    String id = row.id().replaceFirst("\\.0*$", "");
    if (!id.matches("\\d{1,9}")) {
      throw new AssessmentException(
          "'" + row.id() + "' in " + file + " is no id of a sample; ids are whole numbers.");
    }
    return Integer.parseInt(id);
  }

  private static int category(Row row, Path file) {
    String label = row.label().toLowerCase(Locale.ROOT);
    return Categories.all().stream()
        .filter(c -> Categories.reference(c).equals(label) || Categories.map(c).equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new AssessmentException(
                    "The class '%s' of id %s in %s is not known; write %s."
                        .formatted(row.label(), row.id(), file, names())));
  }

  private static String names() {
    return Categories.all().stream()
        .map(Categories::reference)
        .collect(Collectors.joining(", "))
        .replace(", none", " or none");
  }

  private static List<Row> features(Path file) {
    List<Row> rows = new ArrayList<>();
    for (Feature feature : FeatureFile.read(file).features()) {
      if (!feature.attributes().containsKey("id")) {
        throw noColumn("id", file);
      }
      rows.add(
          new Row(
              String.valueOf(feature.attributes().get("id")).trim(),
              String.valueOf(feature.attributes().getOrDefault("class", "")).trim()));
    }
    return rows;
  }

  private static List<Row> table(Path file) throws IOException {
    Iterator<List<String>> lines = CsvFile.read(file).iterator();
    List<String> head =
        lines.hasNext()
            ? lines.next().stream().map(name -> name.trim().toLowerCase(Locale.ROOT)).toList()
            : List.of();
    int id = column("id", head, file);
    int label = column("class", head, file);
    List<Row> rows = new ArrayList<>();
    while (lines.hasNext()) {
      List<String> cells = lines.next();
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        rows.add(new Row(cell(cells, id), cell(cells, label)));
      }
    }
    return rows;
  }

  private static int column(String name, List<String> head, Path file) {
    if (!head.contains(name)) {
      throw noColumn(name, file);
    }
    return head.indexOf(name);
  }

  private static AssessmentException noColumn(String name, Path file) {
    return new AssessmentException(
        file + " has no column '" + name + "'; label the file that --sample wrote.");
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at).trim() : "";
  }
}
