package org.coverscape.engine.region;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;
import org.geotools.referencing.wkt.Formattable;

/**
 * A horizontal coordinate reference system; coordinates are always (easting, northing) or
 * (longitude, latitude), whatever axis order its definition states.
 *
 * <p>This is the engine's only door to the CRS library for regions, chips and land cover. WGS 84
 * and NAD83 are taken as one datum: their difference (under 2 m in North America, and not known
 * better by the imagery) is not applied. Immutable and thread-safe.
 */
public final class Crs {
  private static final int INDENTATION = 2;

  /** Longitude and latitude in degrees on WGS 84. */
  public static final Crs WGS84 = new Crs(DefaultGeographicCRS.WGS84, 4326);

  private static final String OGC =
      "(?:URN:(?:X-)?OGC:DEF:CRS:|HTTPS?://(?:WWW\\.)?OPENGIS\\.NET/DEF/CRS/)?";
  private static final Pattern CODE = Pattern.compile(OGC + "EPSG[:/](?:[0-9.]*[:/])?(\\d{4,6})");
  private static final Pattern DEGREES =
      Pattern.compile(OGC + "OGC[:/](?:[0-9.]*[:/])?(?:CRS)?8([34])");

  /** Brackets in brackets of well-known text; the deepest that is in use has seven. */
  private static final int MAX_DEPTH = 64;

  private static final Pattern MODERN_DATUM =
      Pattern.compile("WGS.?84|.*NAD_?83.*|.*NORTH_AMERICAN.*1983.*|.*WORLD_GEODETIC.*1984.*");

  private final CoordinateReferenceSystem definition;
  private final int epsg;

  private Crs(CoordinateReferenceSystem definition, int epsg) {
    this.definition = definition;
    this.epsg = epsg;
  }

  /**
   * The system with an EPSG code.
   *
   * @throws IllegalArgumentException when the code is unknown or is not a horizontal system
   */
  public static Crs ofEpsg(int code) {
    if (code == 4326) {
      return WGS84;
    }
    try {
      return of(CRS.decode("EPSG:" + code, true), code);
    } catch (FactoryException e) {
      throw new IllegalArgumentException("EPSG:" + code + " is not a known coordinate system.", e);
    }
  }

  /**
   * Reads {@code EPSG:26911}, an OGC URN, {@code OGC:CRS84} or well-known text.
   *
   * @throws IllegalArgumentException when the text names no known horizontal system
   */
  public static Crs parse(String text) {
    String trimmed = text.trim();
    String upper = trimmed.toUpperCase(Locale.ROOT);
    Matcher code = CODE.matcher(upper);
    if (code.matches()) {
      return ofEpsg(Integer.parseInt(code.group(1)));
    }
    Matcher degrees = DEGREES.matcher(upper);
    if (degrees.matches()) {
      return degrees.group(1).equals("4") ? WGS84 : ofEpsg(4269);
    }
    return ofWkt(trimmed);
  }

  private static Crs ofWkt(String trimmed) {
    if (depth(trimmed) > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "'" + shorten(trimmed) + "' is not a known coordinate system.");
    }
    try {
      CoordinateReferenceSystem parsed = CRS.parseWKT(trimmed);
      Integer found = CRS.lookupEpsgCode(parsed, false);
      return found == null ? of(parsed, 0) : ofEpsg(found);
    } catch (FactoryException e) {
      throw new IllegalArgumentException(
          "'" + shorten(trimmed) + "' is not a known coordinate system.", e);
    }
  }

  private static Crs of(CoordinateReferenceSystem definition, int epsg) {
    CoordinateReferenceSystem horizontal = CRS.getHorizontalCRS(definition);
    if (!(horizontal instanceof ProjectedCRS) && !(horizontal instanceof GeographicCRS)) {
      throw new IllegalArgumentException(
          "'" + definition.getName().getCode() + "' is not a map coordinate system.");
    }
    return new Crs(horizontal, epsg);
  }

  /** The EPSG code, where the system has one. */
  public OptionalInt epsg() {
    return epsg == 0 ? OptionalInt.empty() : OptionalInt.of(epsg);
  }

  /** The name a person knows it by, such as {@code NAD83 / UTM zone 11N}. */
  public String name() {
    return definition.getName().getCode();
  }

  /** {@code EPSG:n} where there is a code, else well-known text; {@link #parse} reads both. */
  public String id() {
    return epsg == 0 ? text() : "EPSG:" + epsg;
  }

  /** The definition as well-known text of the first kind, on one line. */
  public String wkt() {
    return text().replaceAll("\\s*\\R\\s*", "");
  }

  /**
   * Without an indentation of its own GeoTools looks one up in the user's preferences, which cannot
   * be opened any more while the process is being stopped.
   */
  private String text() {
    return definition instanceof Formattable formattable
        ? formattable.toWKT(INDENTATION)
        : definition.toWKT();
  }

  /** Whether coordinates are longitude and latitude in degrees. */
  public boolean isGeographic() {
    return definition instanceof GeographicCRS;
  }

  /** Whether both name the same ground: equal definitions, WGS 84 and NAD83 taken as one. */
  public boolean sameGround(Crs other) {
    return equals(other)
        || UtmZone.of(this).isPresent() && UtmZone.of(this).equals(UtmZone.of(other))
        || isGeographic() && other.isGeographic() && isModern() && other.isModern();
  }

  /**
   * The transform of coordinates from this system to another.
   *
   * @throws IllegalArgumentException when no transform between the two is known
   */
  public CoordinateTransform to(Crs target) {
    if (sameGround(target)) {
      return CoordinateTransform.IDENTITY;
    }
    try {
      MathTransform transform = mathTransform(target);
      return (xy, count) -> {
        try {
          transform.transform(xy, 0, xy, 0, count);
        } catch (org.geotools.api.referencing.operation.TransformException e) {
          throw new IllegalArgumentException(
              "The coordinates lie outside the area of " + target.name() + ".", e);
        }
      };
    } catch (FactoryException e) {
      throw new IllegalArgumentException(
          "No transform from " + name() + " to " + target.name() + " is known.", e);
    }
  }

  private MathTransform mathTransform(Crs target) throws FactoryException {
    if (isModern() && target.isModern()) {
      return ConcatenatedTransform.create(
          CRS.findMathTransform(definition, base(), true),
          CRS.findMathTransform(target.base(), target.definition, true));
    }
    return CRS.findMathTransform(definition, target.definition, true);
  }

  /** The geographic system underneath, longitude first. */
  private CoordinateReferenceSystem base() {
    if (definition instanceof ProjectedCRS projected) {
      return new DefaultGeographicCRS(
          projected.getBaseCRS().getName().getCode(),
          projected.getBaseCRS().getDatum(),
          org.geotools.referencing.cs.DefaultEllipsoidalCS.GEODETIC_2D);
    }
    return definition;
  }

  private boolean isModern() {
    GeographicCRS geographic =
        definition instanceof ProjectedCRS projected
            ? projected.getBaseCRS()
            : (GeographicCRS) definition;
    String datum =
        geographic.getDatum().getName().getCode().toUpperCase(Locale.ROOT).replace(' ', '_');
    return MODERN_DATUM.matcher(datum).matches();
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Crs other
        && (epsg != 0 || other.epsg != 0
            ? epsg == other.epsg
            : CRS.equalsIgnoreMetadata(definition, other.definition));
  }

  @Override
  public int hashCode() {
    return Objects.hash(epsg);
  }

  @Override
  public String toString() {
    return epsg == 0 ? name() : "EPSG:" + epsg;
  }
}
