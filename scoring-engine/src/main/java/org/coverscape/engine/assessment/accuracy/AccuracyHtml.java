package org.coverscape.engine.assessment.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.assessment.HtmlPage;
import org.coverscape.engine.assessment.HtmlPage.Cell;
import org.coverscape.engine.export.ClassPalette;

/** An accuracy as a page for a person. */
final class AccuracyHtml {
  private final Accuracy accuracy;
  private final StratifiedEstimator estimator;
  private final ClassPalette palette;
  private final HtmlPage page = new HtmlPage("Accuracy by a labelled sample");

  private AccuracyHtml(Accuracy accuracy, ClassPalette palette) {
    this.accuracy = accuracy;
    this.palette = palette;
    estimator = accuracy.estimator();
  }

  static String text(Accuracy accuracy, ClassPalette palette) {
    AccuracyHtml html = new AccuracyHtml(accuracy, palette);
    html.head();
    html.classes();
    html.labels();
    return html.page.text();
  }

  private void head() {
    int cells = accuracy.design().cells().size();
    page.figures(
        AccuracyText.percent(Optional.of(estimator.overall())),
        "overall accuracy",
        String.format(Locale.ROOT, "%,d", cells),
        "labelled cells",
        number(accuracy.hectares()) + " ha",
        "ground with an answer of the map");
    page.paragraph(
        "Estimated from a stratified random sample of cells that a person labelled without seeing"
            + " the map (Olofsson et al. 2014). ± is half of the 95 % interval. Ground that the map"
            + " has no answer for is not part of it.");
  }

  private void classes() {
    page.heading("Classes");
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Cell.of("class"),
            Cell.of("mapped, ha"),
            Cell.of("area by the labels, ha"),
            Cell.of("user's accuracy"),
            Cell.of("producer's accuracy")));
    for (int c : Categories.all()) {
      rows.add(
          List.of(
              name(c, Categories.reference(c)),
              Cell.of(number(accuracy.mappedHectares(c))),
              Cell.of(AccuracyText.hectares(estimator.area(c).times(accuracy.hectares()))),
              Cell.of(AccuracyText.percent(estimator.users(c))),
              Cell.of(AccuracyText.percent(estimator.producers(c)))));
    }
    page.table(rows);
    page.remark(
        "User's accuracy: of the ground mapped so, the share that is so. Producer's accuracy: of"
            + " the ground that is so, the share that is mapped so. The area by the labels is freed"
            + " from the errors of the map, and is the one to report.");
  }

  private void labels() {
    page.heading("Labels: rows are the map, columns what is there");
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> head = new ArrayList<>(List.of(Cell.of("map")));
    Categories.all().forEach(j -> head.add(name(j, Categories.reference(j))));
    head.addAll(List.of(Cell.of("sampled"), Cell.of("of cells"), Cell.of("hectares")));
    rows.add(head);
    for (Stratum stratum : accuracy.design().strata()) {
      rows.add(stratum(stratum));
    }
    page.table(rows);
  }

  private List<Cell> stratum(Stratum stratum) {
    int i = stratum.category();
    List<Cell> row = new ArrayList<>(List.of(name(i, Categories.map(i))));
    for (int j : Categories.all()) {
      long count = accuracy.counts()[i][j];
      row.add(Cell.shaded(String.valueOf(count), (double) count / stratum.sampled(), i == j));
    }
    row.add(Cell.of(String.valueOf(stratum.sampled())));
    row.add(Cell.of(String.format(Locale.ROOT, "%,d", stratum.cells())));
    row.add(Cell.of(number(stratum.hectares())));
    return row;
  }

  private Cell name(int category, String name) {
    return Cell.swatch(name, Categories.colour(category, palette));
  }

  private static String number(double hectares) {
    return String.format(Locale.ROOT, "%,.1f", hectares);
  }
}
