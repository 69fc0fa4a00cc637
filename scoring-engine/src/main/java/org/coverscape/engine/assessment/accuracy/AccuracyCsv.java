package org.coverscape.engine.assessment.accuracy;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.coverscape.engine.assessment.Categories;

/**
 * The tables of an accuracy as CSV (UTF-8, a point for decimals), parted by empty lines: labels,
 * shares of the ground, and figures by class. Shares are of 0 to 1; {@code _se} is a standard
 * error, {@code _low} and {@code _high} bound the 95 % interval.
 */
final class AccuracyCsv {
  private static final String COLUMNS =
      Categories.all().stream().map(Categories::reference).collect(Collectors.joining(","));

  private final Accuracy accuracy;
  private final StratifiedEstimator estimator;
  private final StringBuilder csv = new StringBuilder();

  private AccuracyCsv(Accuracy accuracy) {
    this.accuracy = accuracy;
    estimator = accuracy.estimator();
  }

  static String text(Accuracy accuracy) {
    AccuracyCsv table = new AccuracyCsv(accuracy);
    table.labels();
    table.shares();
    table.classes();
    table.overall();
    return table.csv.toString();
  }

  private void labels() {
    csv.append("map_labels,").append(COLUMNS).append(",sampled,cells,hectares\n");
    for (Stratum stratum : accuracy.design().strata()) {
      csv.append(Categories.map(stratum.category()));
      for (long count : accuracy.counts()[stratum.category()]) {
        csv.append(',').append(count);
      }
      csv.append(',').append(stratum.sampled()).append(',').append(stratum.cells());
      csv.append(number(",%.4f", stratum.hectares())).append('\n');
    }
    csv.append('\n');
  }

  private void shares() {
    csv.append("map_shares,").append(COLUMNS).append('\n');
    for (Stratum stratum : accuracy.design().strata()) {
      csv.append(Categories.map(stratum.category()));
      for (int j : Categories.all()) {
        csv.append(number(",%.6f", estimator.share(stratum.category(), j)));
      }
      csv.append('\n');
    }
    csv.append('\n');
  }

  private void classes() {
    csv.append("class,mapped_hectares");
    for (String name : new String[] {"hectares", "users_accuracy", "producers_accuracy"}) {
      csv.append(String.format(",%1$s,%1$s_se,%1$s_low,%1$s_high", name));
    }
    csv.append('\n');
    for (int c : Categories.all()) {
      csv.append(Categories.reference(c));
      csv.append(number(",%.4f", accuracy.mappedHectares(c)));
      estimate("%.4f", Optional.of(estimator.area(c).times(accuracy.hectares())), Estimate::upper);
      estimate("%.6f", estimator.users(c), Estimate::upperShare);
      estimate("%.6f", estimator.producers(c), Estimate::upperShare);
      csv.append('\n');
    }
    csv.append('\n');
  }

  private void overall() {
    csv.append("figure,value,value_se,value_low,value_high\noverall_accuracy");
    estimate("%.6f", Optional.of(estimator.overall()), Estimate::upperShare);
    csv.append("\nhectares,").append(number("%.4f", accuracy.hectares())).append(",,,\n");
    csv.append("labels,").append(accuracy.design().cells().size()).append(",,,\n");
    csv.append("seed,").append(accuracy.design().seed()).append(",,,\n");
  }

  private void estimate(
      String format, Optional<Estimate> estimate, ToDoubleFunction<Estimate> upper) {
    if (estimate.isEmpty()) {
      csv.append(",,,,");
      return;
    }
    Estimate e = estimate.get();
    for (double value :
        new double[] {e.value(), e.standardError(), e.lower(), upper.applyAsDouble(e)}) {
      csv.append(',').append(number(format, value));
    }
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
