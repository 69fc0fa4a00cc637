package org.coverscape.engine.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.coverscape.engine.assessment.HtmlPage.Cell;
import org.coverscape.engine.export.ClassPalette;

/** An agreement as a page for a person. */
final class AgreementHtml {
  private final Agreement agreement;
  private final AgreementMatrix matrix;
  private final ClassPalette palette;
  private final HtmlPage page;

  private AgreementHtml(Agreement agreement, ClassPalette palette) {
    this.agreement = agreement;
    this.palette = palette;
    matrix = agreement.matrix();
    page = new HtmlPage("Agreement with " + agreement.subject().reference());
  }

  static String text(Agreement agreement, ClassPalette palette) {
    AgreementHtml html = new AgreementHtml(agreement, palette);
    html.head();
    html.pixels();
    html.hectares();
    html.codes();
    html.apart();
    return html.page.text();
  }

  private void head() {
    AgreementMatrix six = matrix.first(Categories.NONE);
    page.figures(
        percent(matrix.overall()), "overall agreement",
        kappa(matrix.kappa()), "kappa",
        percent(six.overall()), "where both name one of the six",
        agreement.subject().imagery().years(), "year of the imagery",
        agreement.subject().referenceYear(), "year of the reference");
    page.paragraph(
        "How often the map and the reference say the same of the same ground. Both are maps, with"
            + " errors of their own and of different times: this is agreement, not accuracy.");
    page.remark(
        String.format(
            Locale.ROOT,
            "%,d pixel centres compared; model %s; imagery of %s.",
            matrix.total(),
            agreement.subject().model(),
            agreement.subject().imagery().text()));
  }

  private void pixels() {
    page.heading("Pixels: rows are the reference, columns the map");
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(columns("reference", "total", "producer's agreement"));
    for (int i : Categories.all()) {
      List<Cell> row = new ArrayList<>(List.of(reference(i)));
      for (int j : Categories.all()) {
        double share = (double) matrix.count(i, j) / Math.max(1, matrix.referenceTotal(i));
        row.add(Cell.shaded(count(matrix.count(i, j)), share, i == j));
      }
      row.add(Cell.of(count(matrix.referenceTotal(i))));
      row.add(Cell.of(percent(matrix.producers(i))));
      rows.add(row);
    }
    rows.add(totals());
    rows.add(users());
    page.table(rows);
    page.remark(
        "Shades show each row's shares. Producer's agreement: of what the reference calls so, the"
            + " share that the map calls so too. User's agreement: of what the map calls so, the"
            + " share that the reference calls so too. Water and ice are none of the six, and agree"
            + " with what the map leaves unclassified.");
  }

  private List<Cell> totals() {
    List<Cell> row = new ArrayList<>(List.of(Cell.of("total")));
    Categories.all().forEach(j -> row.add(Cell.of(count(matrix.mapTotal(j)))));
    row.add(Cell.of(count(matrix.total())));
    row.add(Cell.of(""));
    return row;
  }

  private List<Cell> users() {
    List<Cell> row = new ArrayList<>(List.of(Cell.of("user's agreement")));
    Categories.all().forEach(j -> row.add(Cell.of(percent(matrix.users(j)))));
    row.add(Cell.of(""));
    row.add(Cell.of(""));
    return row;
  }

  private void hectares() {
    page.heading("Hectares");
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(columns("reference", "total"));
    for (int i : Categories.all()) {
      List<Cell> row = new ArrayList<>(List.of(reference(i)));
      double total = 0;
      for (int j : Categories.all()) {
        row.add(Cell.of(hectares(agreement.hectares(i, j))));
        total += agreement.hectares(i, j);
      }
      row.add(Cell.of(hectares(total)));
      rows.add(row);
    }
    page.table(rows);
  }

  private void codes() {
    page.heading("By the reference's own codes");
    List<List<Cell>> rows = new ArrayList<>();
    List<Cell> head = new ArrayList<>();
    head.add(Cell.of("code"));
    head.add(Cell.left("name"));
    head.add(Cell.left("taken as"));
    Categories.all().forEach(j -> head.add(Cell.of(Categories.map(j))));
    head.add(Cell.of("unscored"));
    head.add(Cell.of("hectares"));
    head.add(Cell.of("agree"));
    rows.add(head);
    for (CodeGround code : agreement.codes()) {
      rows.add(code(code));
    }
    page.table(rows);
  }

  private List<Cell> code(CodeGround code) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(String.valueOf(code.code())));
    row.add(Cell.left(agreement.subject().names().getOrDefault(code.code(), "")));
    row.add(Cell.left(AgreementCsv.category(code)));
    for (long count : code.counts()) {
      row.add(Cell.of(count(count)));
    }
    row.add(Cell.of(hectares(code.hectares())));
    boolean compared = code.category() >= 0 && code.answered() > 0;
    row.add(
        Cell.of(
            compared
                ? percent(OptionalDouble.of((double) code.agreeing() / code.answered()))
                : ""));
    return row;
  }

  private void apart() {
    page.heading("Apart");
    AgreementText.apart(agreement).forEach(page::paragraph);
  }

  private List<Cell> columns(String first, String... last) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of(first)));
    for (int j : Categories.all()) {
      row.add(Cell.swatch(Categories.map(j), Categories.colour(j, palette)));
    }
    for (String name : last) {
      row.add(Cell.of(name));
    }
    return row;
  }

  private Cell reference(int category) {
    return Cell.swatch(Categories.reference(category), Categories.colour(category, palette));
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String hectares(double hectares) {
    return String.format(Locale.ROOT, "%,.1f", hectares);
  }

  private static String percent(OptionalDouble share) {
    return AgreementText.percent(share);
  }

  private static String kappa(OptionalDouble kappa) {
    return kappa.isPresent() ? String.format(Locale.ROOT, "%.2f", kappa.getAsDouble()) : "–";
  }
}
