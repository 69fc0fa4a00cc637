package org.coverscape.engine.assessment;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The tables of an agreement as CSV (UTF-8, a point for decimals), parted by empty lines: pixels by
 * category, hectares by category, pixels by the reference's codes, and single figures.
 */
final class AgreementCsv {
  private static final String COLUMNS =
      Categories.all().stream().map(Categories::map).collect(Collectors.joining(","));

  private final Agreement agreement;
  private final AgreementMatrix matrix;
  private final StringBuilder csv = new StringBuilder();

  private AgreementCsv(Agreement agreement) {
    this.agreement = agreement;
    matrix = agreement.matrix();
  }

  static String text(Agreement agreement) {
    AgreementCsv table = new AgreementCsv(agreement);
    table.pixels();
    table.hectares();
    table.codes();
    table.figures();
    return table.csv.toString();
  }

  private void pixels() {
    csv.append("reference_pixels,").append(COLUMNS).append(",total,producers_agreement\n");
    for (int i : Categories.all()) {
      csv.append(Categories.reference(i));
      Categories.all().forEach(j -> csv.append(',').append(matrix.count(i, j)));
      csv.append(',').append(matrix.referenceTotal(i));
      csv.append(',').append(number(matrix.producers(i))).append('\n');
    }
    csv.append("total");
    Categories.all().forEach(j -> csv.append(',').append(matrix.mapTotal(j)));
    csv.append(',').append(matrix.total()).append(",\nusers_agreement");
    Categories.all().forEach(j -> csv.append(',').append(number(matrix.users(j))));
    csv.append(",,\n\n");
  }

  private void hectares() {
    csv.append("reference_hectares,").append(COLUMNS).append('\n');
    for (int i : Categories.all()) {
      csv.append(Categories.reference(i));
      Categories.all()
          .forEach(j -> csv.append(String.format(Locale.ROOT, ",%.4f", agreement.hectares(i, j))));
      csv.append('\n');
    }
    csv.append('\n');
  }

  private void codes() {
    csv.append("reference_code,name,class,").append(COLUMNS).append(",unscored,hectares\n");
    for (CodeGround code : agreement.codes()) {
      String name = agreement.subject().names().getOrDefault(code.code(), "");
      csv.append(code.code()).append(',').append(quoted(name)).append(',').append(category(code));
      for (long count : code.counts()) {
        csv.append(',').append(count);
      }
      csv.append(String.format(Locale.ROOT, ",%.4f\n", code.hectares()));
    }
    csv.append('\n');
  }

  /** What a code was taken for. */
  static String category(CodeGround code) {
    return switch (code.category()) {
      case ReferenceMeaning.NO_DATA -> "no data";
      case ReferenceMeaning.UNKNOWN -> "unknown";
      default -> Categories.reference(code.category());
    };
  }

  private void figures() {
    AgreementMatrix six = matrix.first(Categories.NONE);
    AgreementMatrix dry = agreement.matrixWithout(agreement::isWetland);
    csv.append("figure,value\n");
    figure("overall_agreement", number(matrix.overall()));
    figure("kappa", number(matrix.kappa()));
    figure("six_classes_agreement", number(six.overall()));
    figure("six_classes_kappa", number(six.kappa()));
    figure("without_wetlands_agreement", number(dry.overall()));
    figure("without_wetlands_kappa", number(dry.kappa()));
    figure("pixels_compared", String.valueOf(matrix.total()));
    figure("pixels_unscored", String.valueOf(agreement.unscored()));
    figure("pixels_no_data", String.valueOf(sum(agreement.noData())));
    figure("pixels_unknown_code", String.valueOf(sum(agreement.unknown())));
    figure("share_of_region_covered", number(OptionalDouble.of(agreement.covered())));
    figure("reference", quoted(agreement.subject().reference()));
    figure("reference_year", agreement.subject().referenceYear());
    figure("imagery_years", quoted(agreement.subject().imagery().years()));
    figure("imagery_dates", quoted(agreement.subject().imagery().text()));
    figure("model", quoted(agreement.subject().model()));
  }

  private void figure(String name, String value) {
    csv.append(name).append(',').append(value).append('\n');
  }

  private static long sum(java.util.List<CodeGround> codes) {
    return codes.stream().mapToLong(CodeGround::pixels).sum();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.6f", value.getAsDouble()) : "";
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
