package org.coverscape.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.GroundShare;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.UnscoredReason;
import org.jspecify.annotations.Nullable;

/**
 * The legend: how much ground each class has. Lines add up to the region to the last printed digit.
 * Used on the screen's thread.
 */
public final class LegendModel {
  private static final double HECTARE = 10_000;

  private final List<LegendRow> rows = new ArrayList<>();
  private final LegendRow region = new LegendRow(LegendRow.Kind.REGION, "region");

  /** Empty lines. */
  public LegendModel() {
    LandCoverClass.ALL.forEach(c -> rows.add(new LegendRow(c)));
    rows.add(new LegendRow(LegendRow.Kind.UNCLASSIFIED, "unclassified"));
    rows.add(new LegendRow(LegendRow.Kind.NOT_SCORED, "not scored"));
    rows.add(new LegendRow(LegendRow.Kind.PENDING, "not yet scored"));
    show(null);
  }

  /** The parts of the region: the six classes, unclassified, not scored, not yet scored. */
  public List<LegendRow> rows() {
    return List.copyOf(rows);
  }

  /** All of the region. */
  public LegendRow region() {
    return region;
  }

  /** Shows the ground of a job; null for none. */
  public void show(LiveAreas.@Nullable Snapshot ground) {
    if (ground == null) {
      rows.forEach(row -> row.show("", "", "", ""));
      region.show("", "", "", "");
      return;
    }
    AreaReport report = ground.report();
    double total = report.regionSquareMetres() / HECTARE;
    int digits = total >= 1000 ? 0 : total >= 10 ? 1 : 2;
    double[] parts = new double[rows.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = share(rows.get(i), ground).squareMetres() / HECTARE;
    }
    long[] steps = Shares.round(parts, total, Math.pow(10, -digits));
    for (int i = 0; i < parts.length; i++) {
      show(rows.get(i), share(rows.get(i), ground), ground, text(steps[i], digits));
    }
    long all = Math.round(total * Math.pow(10, digits));
    region.show(
        text(all, digits),
        "100.0 %",
        "",
        "The geodesic area of the region's own outline: " + cells(report.region().cells()) + ".");
  }

  private static String text(long steps, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", steps / Math.pow(10, digits));
  }

  private static GroundShare share(LegendRow row, LiveAreas.Snapshot ground) {
    return switch (row.kind()) {
      case CLASS -> ground.report().of(row.landCover().orElseThrow());
      case UNCLASSIFIED -> ground.report().unclassified();
      case NOT_SCORED -> ground.report().unscoredTotal();
      case PENDING -> GroundShare.of(ground.pendingSquareMetres(), ground.pendingCells());
      case REGION -> ground.report().region();
    };
  }

  private static void show(
      LegendRow row, GroundShare share, LiveAreas.Snapshot ground, String hectares) {
    AreaReport report = ground.report();
    boolean hasClass = row.kind() == LegendRow.Kind.CLASS;
    row.show(
        hectares,
        Figures.percent(report.percentOfRegion(share)),
        hasClass ? Figures.percent(report.percentOfClassified(share)) : "",
        explanation(row, share, report));
  }

  private static String explanation(LegendRow row, GroundShare share, AreaReport report) {
    String ground =
        Figures.acres(share.squareMetres())
            + " in "
            + cells(share.cells())
            + ", clipped to the region and measured on the ellipsoid.";
    return switch (row.kind()) {
      case CLASS ->
          ground
              + share.confidence().stream()
                  .mapToObj(c -> String.format(Locale.ROOT, " Mean confidence %.0f %%.", c))
                  .findFirst()
                  .orElse("");
      case UNCLASSIFIED ->
          ground + " The network finds none of the six classes likely: water, cloud or the unlike.";
      case NOT_SCORED -> ground + " " + reasons(report);
      default -> ground;
    };
  }

  private static String cells(long count) {
    return Figures.count(count, "cell");
  }

  private static String reasons(AreaReport report) {
    return java.util.Arrays.stream(UnscoredReason.values())
        .filter(reason -> report.of(reason).cells() > 0)
        .map(reason -> words(reason) + ": " + Figures.hectares(report.of(reason).squareMetres()))
        .collect(Collectors.joining("; "));
  }

  /** A reason in a person's words. */
  public static String words(UnscoredReason reason) {
    return switch (reason) {
      case NO_IMAGERY -> "no imagery";
      case NODATA -> "too little imagery";
      case UNREADABLE -> "imagery that cannot be read";
      case SERVICE -> "no service answered";
      case CANCELLED -> "the run ended before its turn";
    };
  }
}
