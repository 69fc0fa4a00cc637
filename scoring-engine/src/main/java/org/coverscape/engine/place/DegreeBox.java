package org.coverscape.engine.place;

import java.util.regex.Pattern;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.vector.FeatureException;
import org.locationtech.jts.geom.Envelope;

/** A rectangle written as {@code minx,miny,maxx,maxy} in degrees. */
final class DegreeBox {
  private static final String NUMBER = "\\s*[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?\\s*";
  private static final String WORD = "\\s*[-+]?(?:NaN|Infinity|inf)\\s*";

  /** Numbers by commas, whatever their count, and words that stand for no number. */
  private static final Pattern LOOK =
      Pattern.compile(
          "(?:" + NUMBER + "|(?i:" + WORD + "))(?:,(?:" + NUMBER + "|(?i:" + WORD + ")))+");

  private DegreeBox() {}

  static boolean isStart(String text) {
    return LOOK.matcher(text).matches();
  }

  static Region read(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new FeatureException(
          "A rectangle has four numbers, minx,miny,maxx,maxy; " + parts.length + " are given.");
    }
    double[] corners = new double[4];
    for (int i = 0; i < 4; i++) {
      corners[i] = number(parts[i].strip());
    }
    if (corners[0] >= corners[2] || corners[1] >= corners[3]) {
      throw new FeatureException(
          "The rectangle has no area: the first corner must lie south-west of the second"
              + " (minx,miny,maxx,maxy).");
    }
    Degrees.check(new Envelope(corners[0], corners[2], corners[1], corners[3]));
    return Region.ofDegrees(corners[0], corners[1], corners[2], corners[3]);
  }

  private static double number(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notANumber(text);
    }
    throw notANumber(text);
  }

  private static FeatureException notANumber(String text) {
    return new FeatureException("'" + text + "' in the rectangle is not a number.");
  }
}
