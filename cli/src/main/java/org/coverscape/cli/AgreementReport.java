package org.coverscape.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.coverscape.engine.assessment.Agreement;
import org.coverscape.engine.assessment.AgreementFiles;
import org.coverscape.engine.assessment.AgreementMatrix;
import org.coverscape.engine.assessment.AgreementText;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.assessment.CodeGround;
import org.jspecify.annotations.Nullable;

/** Says how far map and reference agree. */
final class AgreementReport {
  private AgreementReport() {}

  static void print(Agreement agreement, AgreementFiles files, boolean painted, Reporter reporter) {
    AgreementMatrix matrix = agreement.matrix();
    reporter.line(
        String.format(
            Locale.ROOT,
            "%,d pixels compared: overall agreement %s, kappa %s. Imagery of %s, reference of %s.",
            matrix.total(),
            AgreementText.percent(matrix.overall()),
            matrix.kappa().isPresent()
                ? String.format(Locale.ROOT, "%.3f", matrix.kappa().getAsDouble())
                : "–",
            agreement.subject().imagery().years(),
            agreement.subject().referenceYear()));
    TextTable.lines("lrrrrrrrrr", table(matrix)).forEach(reporter::line);
    AgreementText.apart(agreement).forEach(reporter::line);
    reporter.line("The tables are in " + files.csv() + " and " + files.html() + ".");
    if (!painted) {
      reporter.note(
          "The raster of disagreements is left out: the reference's coordinate system has no EPSG"
              + " code; reproject it to EPSG:5070 to have one.");
    }
    reporter.json(json(agreement, files, painted));
  }

  private static List<List<String>> table(AgreementMatrix matrix) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("reference"));
    Categories.all().forEach(j -> head.add(Categories.map(j)));
    head.addAll(List.of("total", "producer's"));
    rows.add(head);
    for (int i : Categories.all()) {
      List<String> row = new ArrayList<>(List.of(Categories.reference(i)));
      Categories.all().forEach(j -> row.add(String.valueOf(matrix.count(i, j))));
      row.add(String.valueOf(matrix.referenceTotal(i)));
      row.add(AgreementText.percent(matrix.producers(i)));
      rows.add(row);
    }
    List<String> last = new ArrayList<>(List.of("user's"));
    Categories.all().forEach(j -> last.add(AgreementText.percent(matrix.users(j))));
    last.addAll(List.of("", ""));
    rows.add(last);
    return rows;
  }

  private static Map<String, Object> json(
      Agreement agreement, AgreementFiles files, boolean painted) {
    AgreementMatrix matrix = agreement.matrix();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("reference", agreement.subject().reference());
    result.put("reference_year", agreement.subject().referenceYear());
    result.put("imagery_years", agreement.subject().imagery().years());
    result.put(
        "imagery_dates",
        agreement.subject().imagery().days().stream().map(Object::toString).toList());
    result.put("model", agreement.subject().model());
    result.put("pixels", matrix.total());
    figures(result, matrix);
    result.put("six_classes", figures(new LinkedHashMap<>(), matrix.first(Categories.NONE)));
    result.put(
        "without_wetlands",
        figures(new LinkedHashMap<>(), agreement.matrixWithout(agreement::isWetland)));
    result.put("classes", classes(agreement, matrix));
    result.put("confusion", confusion(matrix));
    result.put("unscored", ground(agreement.unscored(), agreement.unscoredHectares()));
    result.put("no_data", ground(agreement.noData()));
    result.put("unknown_codes", byCode(agreement.unknown()));
    result.put("wetlands", byCode(agreement.wetlands()));
    result.put("share_of_region_covered", agreement.covered());
    result.put("csv", files.csv().toString());
    result.put("html", files.html().toString());
    result.put("crosswalk", files.crosswalk().toString());
    result.put("disagreements", painted ? files.raster().toString() : null);
    return result;
  }

  private static Map<String, Object> figures(Map<String, Object> to, AgreementMatrix matrix) {
    to.put("overall_agreement", number(matrix.overall()));
    to.put("kappa", number(matrix.kappa()));
    return to;
  }

  private static Map<String, Object> classes(Agreement agreement, AgreementMatrix matrix) {
    Map<String, Object> classes = new LinkedHashMap<>();
    for (int i : Categories.all()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("reference_pixels", matrix.referenceTotal(i));
      row.put("map_pixels", matrix.mapTotal(i));
      row.put("reference_hectares", sum(j -> agreement.hectares(i, j)));
      row.put("map_hectares", sum(j -> agreement.hectares(j, i)));
      row.put("users_agreement", number(matrix.users(i)));
      row.put("producers_agreement", number(matrix.producers(i)));
      classes.put(Categories.reference(i), row);
    }
    return classes;
  }

  private static double sum(java.util.function.IntToDoubleFunction part) {
    return Categories.all().stream().mapToDouble(part::applyAsDouble).sum();
  }

  private static List<List<Long>> confusion(AgreementMatrix matrix) {
    return Categories.all().stream()
        .map(i -> Categories.all().stream().map(j -> matrix.count(i, j)).toList())
        .toList();
  }

  private static Map<String, Object> byCode(List<CodeGround> codes) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (CodeGround code : codes) {
      Map<String, Object> row = ground(List.of(code));
      if (code.category() >= 0) {
        row.put("class", Categories.reference(code.category()));
        row.put("agreeing", code.agreeing());
        row.put("answered", code.answered());
        row.put("map", answers(code));
      }
      result.put(String.valueOf(code.code()), row);
    }
    return result;
  }

  private static Map<String, Object> answers(CodeGround code) {
    Map<String, Object> answers = new LinkedHashMap<>();
    Categories.all().forEach(j -> answers.put(Categories.map(j), code.counts()[j]));
    return answers;
  }

  private static Map<String, Object> ground(List<CodeGround> codes) {
    return ground(
        codes.stream().mapToLong(CodeGround::pixels).sum(),
        codes.stream().mapToDouble(CodeGround::hectares).sum());
  }

  private static Map<String, Object> ground(long pixels, double hectares) {
    Map<String, Object> ground = new LinkedHashMap<>();
    ground.put("pixels", pixels);
    ground.put("hectares", hectares);
    return ground;
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
