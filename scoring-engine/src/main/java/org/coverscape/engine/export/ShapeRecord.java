package org.coverscape.engine.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons as the bytes of a shape, after "ESRI Shapefile Technical Description" (1998): shells
 * clockwise, holes the other way, each polygon's holes behind its shell.
 */
final class ShapeRecord {
  /** The number of the shape type "Polygon". */
  static final int POLYGON = 5;

  private static final int NULL_SHAPE = 0;
  private static final int FIXED = 4 + 32 + 8;
  private static final int POINT = 16;

  private ShapeRecord() {}

  /** The content of a record; empty geometries become null shapes. */
  static byte[] of(Geometry geometry) {
    if (geometry.isEmpty()) {
      return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(NULL_SHAPE).array();
    }
    List<Coordinate[]> rings = rings(geometry);
    int points = rings.stream().mapToInt(ring -> ring.length).sum();
    ByteBuffer record =
        ByteBuffer.allocate(FIXED + 4 * rings.size() + POINT * points)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putInt(POLYGON);
    putBox(record, geometry.getEnvelopeInternal());
    record.putInt(rings.size()).putInt(points);
    int start = 0;
    for (Coordinate[] ring : rings) {
      record.putInt(start);
      start += ring.length;
    }
    for (Coordinate[] ring : rings) {
      for (Coordinate point : ring) {
        record.putDouble(point.x).putDouble(point.y);
      }
    }
    return record.array();
  }

  static void putBox(ByteBuffer record, Envelope box) {
    record.putDouble(box.getMinX()).putDouble(box.getMinY());
    record.putDouble(box.getMaxX()).putDouble(box.getMaxY());
  }

  private static List<Coordinate[]> rings(Geometry geometry) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      rings.add(turned(polygon.getExteriorRing(), true));
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        rings.add(turned(polygon.getInteriorRingN(hole), false));
      }
    }
    return rings;
  }

  private static Coordinate[] turned(LinearRing ring, boolean clockwise) {
    boolean isClockwise = !Orientation.isCCW(ring.getCoordinateSequence());
    return (isClockwise == clockwise ? ring : ring.reverse()).getCoordinates();
  }
}
