package org.coverscape.engine.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * One side of a straight line along a grid: cuts valid polygons in time that grows with their
 * corners, which an overlay does not do by far.
 *
 * <p>The parts of a ring that lie inside are chains that begin and end on the line; sorted along
 * it, their ends bound the ground by pairs, and each pair joins two chains. Corners on the line
 * count as outside. Where ends coincide or do not come in pairs, an overlay does the work.
 *
 * <p>Polygons must be oriented as {@code Geometry.norm} does it: shells clockwise, holes counter-
 * clockwise. The results are too.
 *
 * @param vertical whether the line is x = {@code at}, else it is y = {@code at}
 * @param at where the line is
 * @param greater whether the side of the greater numbers is kept
 */
record HalfPlane(boolean vertical, double at, boolean greater) {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   * What lies on the two sides of a line.
   *
   * @param lesser the parts on the side of the smaller numbers
   * @param greater the parts on the side of the greater numbers
   */
  record Sides(List<Polygon> lesser, List<Polygon> greater) {}

  /** Cuts polygons along a line. */
  static Sides sides(List<Polygon> polygons, boolean vertical, double at) {
    return new Sides(
        new HalfPlane(vertical, at, false).of(polygons),
        new HalfPlane(vertical, at, true).of(polygons));
  }

  /** The parts of polygons on this side. */
  List<Polygon> of(List<Polygon> polygons) {
    List<Polygon> out = new ArrayList<>();
    for (Polygon polygon : polygons) {
      Envelope box = polygon.getEnvelopeInternal();
      if (isInside(box)) {
        out.add(polygon);
      } else if (!isOutside(box)) {
        out.addAll(cut(polygon).orElseGet(() -> overlay(polygon)));
      }
    }
    return out;
  }

  private boolean isInside(Envelope box) {
    return greater
        ? (vertical ? box.getMinX() : box.getMinY()) >= at
        : (vertical ? box.getMaxX() : box.getMaxY()) <= at;
  }

  private boolean isOutside(Envelope box) {
    return new HalfPlane(vertical, at, !greater).isInside(box);
  }

  private double across(Coordinate c) {
    return vertical ? c.x : c.y;
  }

  private double along(Coordinate c) {
    return vertical ? c.y : c.x;
  }

  private boolean isInside(Coordinate c) {
    return greater ? across(c) > at : across(c) < at;
  }

  /** Empty when the ends of the chains do not come in clear pairs. */
  private Optional<List<Polygon>> cut(Polygon polygon) {
    List<Chain> chains = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    addChains(polygon.getExteriorRing(), chains);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      if (isInside(hole.getEnvelopeInternal())) {
        holes.add(hole);
      } else if (!isOutside(hole.getEnvelopeInternal())) {
        addChains(hole, chains);
      }
    }
    // The interior is to the right of every chain, so the kind of the lowest end is known.
    if (!Chain.link(chains, this::along, vertical == greater)) {
      return Optional.empty();
    }
    return assign(rings(chains), holes);
  }

  private void addChains(LinearRing ring, List<Chain> chains) {
    Coordinate[] corners = ring.getCoordinates();
    int count = corners.length - 1;
    int start = 0;
    while (isInside(corners[start]) || !isInside(corners[start + 1])) {
      start++;
      if (start == count) {
        return;
      }
    }
    Chain chain = new Chain();
    for (int i = 0; i < count; i++) {
      Coordinate from = corners[(start + i) % count];
      Coordinate to = corners[(start + i + 1) % count];
      boolean inside = isInside(to);
      if (inside != isInside(from)) {
        chain.add(crossing(from, to));
      }
      if (inside) {
        chain.add(to);
      } else if (isInside(from)) {
        chains.add(chain);
        chain = new Chain();
      }
    }
  }

  /** The same point whichever side is kept and whichever way the edge runs. */
  private Coordinate crossing(Coordinate from, Coordinate to) {
    boolean rising = across(from) < across(to);
    Coordinate low = rising ? from : to;
    Coordinate high = rising ? to : from;
    if (across(low) == at) {
      return low;
    }
    if (across(high) == at) {
      return high;
    }
    double part = (at - across(low)) / (across(high) - across(low));
    double place = along(low) + part * (along(high) - along(low));
    return vertical ? new Coordinate(at, place) : new Coordinate(place, at);
  }

  private static List<LinearRing> rings(List<Chain> chains) {
    List<LinearRing> rings = new ArrayList<>();
    for (Chain chain : chains) {
      Coordinate[] corners = chain.takeRing();
      if (corners.length >= 4) {
        rings.add(GEOMETRY.createLinearRing(corners));
      }
    }
    return rings;
  }

  /** Every ring with a side on the line is a shell; whole holes go to the shell around them. */
  private static Optional<List<Polygon>> assign(List<LinearRing> shells, List<LinearRing> holes) {
    List<List<LinearRing>> inside = new ArrayList<>();
    for (LinearRing shell : shells) {
      if (Orientation.isCCWArea(shell.getCoordinates())) {
        return Optional.empty();
      }
      inside.add(new ArrayList<>());
    }
    for (LinearRing hole : holes) {
      int shell = shells.size() == 1 ? 0 : around(hole, shells);
      if (shell < 0) {
        return Optional.empty();
      }
      inside.get(shell).add(hole);
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shells.size(); i++) {
      polygons.add(GEOMETRY.createPolygon(shells.get(i), inside.get(i).toArray(LinearRing[]::new)));
    }
    return Optional.of(polygons);
  }

  private static int around(LinearRing hole, List<LinearRing> shells) {
    for (int i = 0; i < shells.size(); i++) {
      if (shells.get(i).getEnvelopeInternal().covers(hole.getEnvelopeInternal())
          && holds(shells.get(i), hole)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean holds(LinearRing shell, LinearRing hole) {
    Coordinate[] corners = shell.getCoordinates();
    for (Coordinate corner : hole.getCoordinates()) {
      int where = PointLocation.locateInRing(corner, corners);
      if (where != Location.BOUNDARY) {
        return where == Location.INTERIOR;
      }
    }
    return false;
  }

  private List<Polygon> overlay(Polygon polygon) {
    Envelope box = new Envelope(polygon.getEnvelopeInternal());
    box =
        new Envelope(
            vertical && greater ? at : box.getMinX(),
            vertical && !greater ? at : box.getMaxX(),
            !vertical && greater ? at : box.getMinY(),
            !vertical && !greater ? at : box.getMaxY());
    return intersection(polygon, box);
  }

  /** The parts of any polygons in a box, exact and slow. */
  static List<Polygon> intersection(Geometry geometry, Envelope box) {
    return polygons(
        OverlayNGRobust.overlay(geometry, GEOMETRY.toGeometry(box), OverlayNG.INTERSECTION));
  }

  /** The polygons of a geometry, oriented as this class wants them. */
  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      polygons.add((Polygon) ((Polygon) part).norm());
    }
    return polygons;
  }
}
