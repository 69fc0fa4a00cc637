package org.coverscape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.assessment.accuracy.Accuracy;
import org.coverscape.engine.assessment.accuracy.AccuracyFiles;
import org.coverscape.engine.assessment.accuracy.AccuracyText;
import org.coverscape.engine.assessment.accuracy.Estimate;
import org.coverscape.engine.assessment.accuracy.SampleDesign;
import org.coverscape.engine.assessment.accuracy.SampleFiles;
import org.coverscape.engine.assessment.accuracy.StratifiedEstimator;
import org.coverscape.engine.assessment.accuracy.Stratum;

/** Says what was drawn, and what its labels show. */
final class AccuracyReport {
  private AccuracyReport() {}

  static void drawn(SampleDesign design, SampleFiles files, int asked, Reporter reporter) {
    int drawn = design.cells().size();
    if (drawn < asked) {
      reporter.note("The map has only " + drawn + " cells with an answer; all of them are drawn.");
    }
    reporter.line(
        String.format(
            Locale.ROOT,
            "%,d cells are in %s and %s; fill in their column 'class' with one of the six classes"
                + " or 'none', then give the file to --labels.",
            drawn,
            files.csv(),
            files.geoPackage()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("cells", drawn);
    result.put("seed", design.seed());
    result.put("strata", strata(design));
    result.put("csv", files.csv().toString());
    result.put("geopackage", files.geoPackage().toString());
    result.put("key", files.key().toString());
    reporter.json(result);
  }

  private static Map<String, Object> strata(SampleDesign design) {
    Map<String, Object> strata = new LinkedHashMap<>();
    for (Stratum stratum : design.strata()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("cells", stratum.cells());
      row.put("hectares", stratum.hectares());
      row.put("sampled", stratum.sampled());
      strata.put(Categories.map(stratum.category()), row);
    }
    return strata;
  }

  static void print(Accuracy accuracy, AccuracyFiles files, Reporter reporter) {
    StratifiedEstimator estimator = accuracy.estimator();
    reporter.line(
        String.format(
            Locale.ROOT,
            "%,d labelled cells: overall accuracy %s (95 %% interval).",
            accuracy.design().cells().size(),
            AccuracyText.percent(Optional.of(estimator.overall()))));
    TextTable.lines("lrrrr", table(accuracy, estimator)).forEach(reporter::line);
    reporter.line("The tables are in " + files.csv() + " and " + files.html() + ".");
    reporter.json(json(accuracy, estimator, files));
  }

  private static List<List<String>> table(Accuracy accuracy, StratifiedEstimator estimator) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("class", "mapped ha", "area ha", "user's", "producer's"));
    for (int c : Categories.all()) {
      rows.add(
          List.of(
              Categories.reference(c),
              String.format(Locale.ROOT, "%,.1f", accuracy.mappedHectares(c)),
              AccuracyText.hectares(estimator.area(c).times(accuracy.hectares())),
              AccuracyText.percent(estimator.users(c)),
              AccuracyText.percent(estimator.producers(c))));
    }
    return rows;
  }

  private static Map<String, Object> json(
      Accuracy accuracy, StratifiedEstimator estimator, AccuracyFiles files) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("labels", accuracy.design().cells().size());
    result.put("seed", accuracy.design().seed());
    result.put("hectares", accuracy.hectares());
    put(result, "overall_accuracy", Optional.of(estimator.overall()));
    Map<String, Object> classes = new LinkedHashMap<>();
    for (int c : Categories.all()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("mapped_hectares", accuracy.mappedHectares(c));
      put(row, "hectares", Optional.of(estimator.area(c).times(accuracy.hectares())));
      put(row, "users_accuracy", estimator.users(c));
      put(row, "producers_accuracy", estimator.producers(c));
      classes.put(Categories.reference(c), row);
    }
    result.put("classes", classes);
    result.put("strata", strata(accuracy.design()));
    result.put("labels_by_map", List.of(accuracy.counts()));
    result.put("csv", files.csv().toString());
    result.put("html", files.html().toString());
    return result;
  }

  /** The value, its standard error, and half of its 95 % interval; null where there is none. */
  private static void put(Map<String, Object> to, String name, Optional<Estimate> estimate) {
    to.put(name, estimate.map(Estimate::value).orElse(null));
    to.put(name + "_se", estimate.map(Estimate::standardError).orElse(null));
    to.put(name + "_margin", estimate.map(Estimate::margin).orElse(null));
  }
}
