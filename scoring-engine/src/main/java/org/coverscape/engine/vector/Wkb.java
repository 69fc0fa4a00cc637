package org.coverscape.engine.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads well-known binary (OGC 06-103r4, clause 8), ISO and extended, from bytes that nobody has
 * checked: counts are held against the bytes that are left and nesting is limited. Z and M are
 * dropped.
 */
public final class Wkb {
  private static final int MAX_DEPTH = 16;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;
  private static final String CUT = "A feature's geometry is cut short.";

  private final GeometryFactory factory = new GeometryFactory();
  private final ByteBuffer in;

  private Wkb(ByteBuffer in) {
    this.in = in;
  }

  /**
   * The geometry that begins at a place in an array.
   *
   * @throws FeatureException with one sentence when the bytes are no geometry
   */
  public static Geometry read(byte[] bytes, int offset) {
    return new Wkb(ByteBuffer.wrap(bytes, offset, bytes.length - offset)).geometry(0);
  }

  private Geometry geometry(int depth) {
    if (depth > MAX_DEPTH) {
      throw new FeatureException("A feature's geometry is nested too deeply.");
    }
    need(5);
    in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = in.getInt();
    if ((code & EWKB_SRID) != 0) {
      need(4);
      in.getInt();
    }
    int extra = ((code & EWKB_Z) != 0 ? 1 : 0) + ((code & EWKB_M) != 0 ? 1 : 0);
    int plain = code & 0x0FFFFFFF;
    int dimensions = 2 + extra + (plain / 1000 == 3 ? 2 : plain / 1000 > 0 ? 1 : 0);
    return switch (plain % 1000) {
      case 1 -> point(dimensions);
      case 2 -> factory.createLineString(coordinates(dimensions));
      case 3 -> polygon(dimensions);
      case 4 -> factory.createMultiPoint(parts(depth, Point.class).toArray(Point[]::new));
      case 5 ->
          factory.createMultiLineString(parts(depth, LineString.class).toArray(LineString[]::new));
      case 6 -> factory.createMultiPolygon(parts(depth, Polygon.class).toArray(Polygon[]::new));
      case 7 ->
          factory.createGeometryCollection(parts(depth, Geometry.class).toArray(Geometry[]::new));
      default ->
          throw new FeatureException(
              "A feature's geometry is of a kind that cannot be read ("
                  + plain % 1000
                  + "); store it as polygons without curves.");
    };
  }

  private Point point(int dimensions) {
    Coordinate at = coordinate(dimensions);
    return Double.isNaN(at.x) ? factory.createPoint() : factory.createPoint(at);
  }

  private Polygon polygon(int dimensions) {
    int rings = count(4);
    LinearRing shell = factory.createLinearRing();
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < rings; i++) {
      LinearRing ring = Rings.close(factory, coordinates(dimensions));
      if (i == 0) {
        shell = ring;
      } else {
        holes.add(ring);
      }
    }
    return factory.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  private <T extends Geometry> List<T> parts(int depth, Class<T> type) {
    int count = count(5);
    List<T> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Geometry part = geometry(depth + 1);
      if (!type.isInstance(part)) {
        throw new FeatureException("A feature's geometry mixes kinds that do not belong.");
      }
      parts.add(type.cast(part));
    }
    return parts;
  }

  private Coordinate[] coordinates(int dimensions) {
    Coordinate[] out = new Coordinate[count(dimensions * 8)];
    for (int i = 0; i < out.length; i++) {
      out[i] = coordinate(dimensions);
    }
    return out;
  }

  private Coordinate coordinate(int dimensions) {
    need(dimensions * 8);
    Coordinate at = new Coordinate(in.getDouble(), in.getDouble());
    in.position(in.position() + (dimensions - 2) * 8);
    return at;
  }

  /** A count of items that take at least so many bytes each. */
  private int count(int bytesEach) {
    need(4);
    int count = in.getInt();
    if (count < 0 || (long) count * bytesEach > in.remaining()) {
      throw new FeatureException(CUT);
    }
    return count;
  }

  private void need(int bytes) {
    if (in.remaining() < bytes) {
      throw new FeatureException(CUT);
    }
  }
}
