package org.coverscape.engine.vector;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.util.AssertionFailedException;

/**
 * Reads a geometry as well-known text (OGC 06-103r4, clause 7) in degrees, or after {@code
 * SRID=26911;} in the system with that EPSG code. Z and M are dropped.
 */
public final class WellKnownText {
  private static final int MAX_DEPTH = 16;
  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:SRID\\s*=\\s*(\\d{1,9})\\s*;)?\\s*"
              + "((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|LINEARRING|GEOMETRYCOLLECTION)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private WellKnownText() {}

  /** Whether a text begins as well-known text does. */
  public static boolean isStart(String text) {
    return START.matcher(text).matches();
  }

  /**
   * Reads a text.
   *
   * @throws FeatureException with one sentence when it is no well-known text
   */
  public static FeatureCollection read(String text) {
    Matcher matcher = START.matcher(text);
    if (!matcher.matches()) {
      throw new FeatureException(
          "The text '" + Sentences.shorten(text) + "' is not well-known text.");
    }
    checkDepth(text);
    String srid = matcher.group(1);
    Crs crs = srid == null ? Crs.WGS84 : Systems.parse("EPSG:" + srid);
    return new FeatureCollection(crs, List.of(Feature.of(geometry(text, matcher.start(2)))));
  }

  private static Geometry geometry(String text, int start) {
    try {
      Geometry read = new WKTReader().read(text.substring(start));
      return Wkb.read(new WKBWriter(2).write(read), 0);
    } catch (ParseException e) {
      throw new FeatureException(
          "The well-known text is not valid; check its brackets, commas and numbers.", e);
    } catch (FeatureException e) {
      throw e;
    } catch (IllegalArgumentException | AssertionFailedException e) {
      throw new FeatureException(
          "The well-known text has a ring that is not closed or has too few points; repeat its"
              + " first point at the end.",
          e);
    }
  }

  private static void checkDepth(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth > MAX_DEPTH) {
        throw new FeatureException("The well-known text is nested too deeply; simplify it.");
      }
    }
  }
}
