package org.coverscape.engine.export;

import java.util.Locale;
import java.util.OptionalDouble;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.GroundShare;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * The table of areas: a row for each class, for unclassified ground, for each reason of having no
 * answer, and for the region. Areas are geodesic and clipped to the region; acres are international
 * acres; confidence is a mean weighted by area.
 */
final class AreasCsv {
  private static final String HEADER =
      "class,class_id,hectares,acres,percent_of_region,percent_of_classified,confidence,cells\n";

  private AreasCsv() {}

  /** The table as text, with a point for decimals whatever the country. */
  static String text(AreaReport areas) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      GroundShare share = areas.of(landCover);
      row(
          csv,
          landCover.label(),
          String.valueOf(landCover.id()),
          share,
          areas.percentOfRegion(share),
          OptionalDouble.of(areas.percentOfClassified(share)));
    }
    row(csv, areas, "unclassified", areas.unclassified());
    for (UnscoredReason reason : UnscoredReason.values()) {
      row(csv, areas, "unscored_" + reason.label(), areas.of(reason));
    }
    row(csv, areas, "region", areas.region());
    return csv.toString();
  }

  private static void row(StringBuilder csv, AreaReport areas, String name, GroundShare share) {
    row(csv, name, "", share, areas.percentOfRegion(share), OptionalDouble.empty());
  }

  private static void row(
      StringBuilder csv,
      String name,
      String id,
      GroundShare share,
      double ofRegion,
      OptionalDouble ofClassified) {
    csv.append(name).append(',').append(id).append(',');
    csv.append(number(6, share.hectares())).append(',').append(number(6, share.acres()));
    csv.append(',').append(number(4, ofRegion)).append(',');
    ofClassified.ifPresent(percent -> csv.append(number(4, percent)));
    csv.append(',');
    share.confidence().ifPresent(percent -> csv.append(number(2, percent)));
    csv.append(',').append(share.cells()).append('\n');
  }

  /** A number with a fixed number of decimals. */
  static String number(int decimals, double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
