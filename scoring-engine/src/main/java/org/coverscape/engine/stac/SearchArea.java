package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Ground as it is sent to a catalogue: a region, somewhat larger and of few corners, cut at the
 * 180th meridian. Immutable by convention.
 *
 * @param polygons in degrees of WGS 84, none across the 180th meridian
 */
public record SearchArea(List<Polygon> polygons) {
  /** Degrees of latitude, 660 m: further than a chip at the border looks. */
  private static final double REACH = 0.006;

  /** Outlines of more corners are sent as boxes. */
  private static final int MOST_CORNERS = 200;

  private static final int MOST_BOXES = 8;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Takes a copy. */
  public SearchArea {
    polygons = List.copyOf(polygons);
  }

  /** The ground of a region and what lies within 660 m of it. */
  public static SearchArea around(Region region) {
    Geometry ground = region.in(Crs.WGS84).geometry();
    Envelope box = ground.getEnvelopeInternal();
    double north = Math.min(85, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
    double reach = REACH / Math.cos(Math.toRadians(north));
    Geometry wide =
        ground.getNumPoints() <= MOST_CORNERS
            ? ground.buffer(reach, 2)
            : BoxCover.of(ground, reach);
    List<Polygon> polygons = new ArrayList<>();
    for (int turn = -1; turn <= 1; turn++) {
      Envelope world = new Envelope(-180 + 360.0 * turn, 180 + 360.0 * turn, -90, 90);
      if (world.intersects(wide.getEnvelopeInternal())) {
        Geometry part =
            OverlayNGRobust.overlay(wide, GEOMETRY.toGeometry(world), OverlayNG.INTERSECTION);
        Geometry home = AffineTransformation.translationInstance(-360.0 * turn, 0).transform(part);
        for (Object polygon : PolygonExtracter.getPolygons(home)) {
          polygons.add((Polygon) polygon);
        }
      }
    }
    return new SearchArea(polygons);
  }

  /** Whether an outline in degrees meets it. */
  boolean touches(Geometry outline) {
    return polygons.stream()
        .anyMatch(
            polygon ->
                polygon.getEnvelopeInternal().intersects(outline.getEnvelopeInternal())
                    && polygon.intersects(outline));
  }

  /** Whether a box in degrees meets it. */
  boolean touches(Envelope box) {
    return touches(GEOMETRY.toGeometry(box));
  }

  /** Boxes around it, a few at most, for catalogues that are asked by box. */
  List<Envelope> boxes() {
    if (polygons.size() <= MOST_BOXES) {
      return polygons.stream().map(Polygon::getEnvelopeInternal).toList();
    }
    Envelope west = new Envelope();
    Envelope east = new Envelope();
    for (Polygon polygon : polygons) {
      Envelope box = polygon.getEnvelopeInternal();
      (box.centre().x < 0 ? west : east).expandToInclude(box);
    }
    return List.of(west, east).stream().filter(box -> !box.isNull()).toList();
  }

  /** As GeoJSON (RFC 7946), in millionths of a degree. */
  ObjectNode geoJson() {
    ObjectNode geometry = JsonNodeFactory.instance.objectNode();
    if (polygons.size() == 1) {
      geometry.put("type", "Polygon").set("coordinates", rings(polygons.get(0)));
      return geometry;
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    polygons.forEach(polygon -> all.add(rings(polygon)));
    geometry.put("type", "MultiPolygon").set("coordinates", all);
    return geometry;
  }

  private static ArrayNode rings(Polygon polygon) {
    // outlines run counter-clockwise there, and clockwise in JTS' normal form
    Polygon turned = (Polygon) polygon.norm().reverse();
    ArrayNode rings = JsonNodeFactory.instance.arrayNode();
    rings.add(ring(turned.getExteriorRing()));
    for (int i = 0; i < turned.getNumInteriorRing(); i++) {
      rings.add(ring(turned.getInteriorRingN(i)));
    }
    return rings;
  }

  private static ArrayNode ring(LinearRing ring) {
    ArrayNode corners = JsonNodeFactory.instance.arrayNode();
    for (Coordinate corner : ring.getCoordinates()) {
      corners.addArray().add(rounded(corner.x)).add(rounded(corner.y));
    }
    return corners;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e6) / 1e6;
  }
}
