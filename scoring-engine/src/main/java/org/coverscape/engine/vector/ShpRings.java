package org.coverscape.engine.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes polygons of the rings of a shape, which come in any order: clockwise ones are shells, the
 * others are holes of the smallest shell around them. Where no ring is clockwise all are shells,
 * and so is a hole without a shell.
 */
final class ShpRings {
  /** A shell and what was found to lie in it. */
  private static final class Shell {
    final LinearRing ring;
    final List<LinearRing> holes = new ArrayList<>();
    @Nullable IndexedPointInAreaLocator locator;

    Shell(LinearRing ring) {
      this.ring = ring;
    }

    /** Whether a ring lies inside; its first corner that is not on the shell decides. */
    boolean holds(LinearRing hole) {
      if (!ring.getEnvelopeInternal().covers(hole.getEnvelopeInternal())) {
        return false;
      }
      if (locator == null) {
        locator = new IndexedPointInAreaLocator(ring);
      }
      for (Coordinate corner : hole.getCoordinates()) {
        int where = locator.locate(corner);
        if (where != Location.BOUNDARY) {
          return where == Location.INTERIOR;
        }
      }
      return true;
    }

    double size() {
      Envelope box = ring.getEnvelopeInternal();
      return box.getArea();
    }
  }

  private ShpRings() {}

  static Geometry polygons(GeometryFactory factory, List<Coordinate[]> parts) {
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] part : parts) {
      if (part.length == 0) {
        continue;
      }
      LinearRing ring = Rings.close(factory, part);
      if (parts.size() == 1 || !Orientation.isCCW(ring.getCoordinateSequence())) {
        shells.add(new Shell(ring));
      } else {
        holes.add(ring);
      }
    }
    assign(holes, shells);
    Polygon[] polygons =
        shells.stream()
            .map(shell -> factory.createPolygon(shell.ring, shell.holes.toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new);
    return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
  }

  private static void assign(List<LinearRing> holes, List<Shell> shells) {
    STRtree tree = new STRtree();
    shells.forEach(shell -> tree.insert(shell.ring.getEnvelopeInternal(), shell));
    for (LinearRing hole : holes) {
      List<?> around = shells.isEmpty() ? List.of() : tree.query(hole.getEnvelopeInternal());
      around.stream()
          .map(Shell.class::cast)
          .sorted(Comparator.comparingDouble(Shell::size))
          .filter(shell -> shell.holds(hole))
          .findFirst()
          .ifPresentOrElse(shell -> shell.holes.add(hole), () -> shells.add(new Shell(hole)));
    }
  }
}
