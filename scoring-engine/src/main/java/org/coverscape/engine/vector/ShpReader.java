package org.coverscape.engine.vector;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Reads the shapes of a {@code .shp} file one record at a time; counts are held against the size of
 * the record, and a record never takes more memory than the file has bytes.
 */
final class ShpReader {
  private static final int HEADER = 100;
  private static final int MAGIC = 9994;
  private static final int MAX_RECORD = 1 << 28;
  private static final int BOX = 32;
  private static final int XY = 16;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final String CUT = "The .shp file is damaged or cut short; copy it again.";

  private final InputStream in;

  ShpReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  List<Geometry> readAll() throws IOException {
    ByteBuffer header = take(HEADER);
    if (header.remaining() < HEADER || header.getInt(0) != MAGIC) {
      throw new FeatureException("The .shp file is no shapefile.");
    }
    List<Geometry> shapes = new ArrayList<>();
    for (ByteBuffer head = take(8); head.hasRemaining(); head = take(8)) {
      if (head.remaining() < 8) {
        throw new FeatureException(CUT);
      }
      long length = 2L * head.getInt(4);
      if (length < 4 || length > MAX_RECORD) {
        throw new FeatureException(CUT);
      }
      ByteBuffer record = take((int) length);
      if (record.remaining() < length) {
        throw new FeatureException(CUT, new EOFException());
      }
      shapes.add(shape(record.order(ByteOrder.LITTLE_ENDIAN)));
    }
    return shapes;
  }

  /** The next bytes, fewer at the end of the file. */
  private ByteBuffer take(int count) throws IOException {
    return ByteBuffer.wrap(in.readNBytes(count));
  }

  private static Geometry shape(ByteBuffer record) {
    int type = record.getInt();
    return switch (type) {
      case 0 -> GEOMETRY.createPolygon();
      case 1, 11, 21 -> GEOMETRY.createPoint(coordinates(record, 1)[0]);
      case 8, 18, 28 -> {
        need(record, BOX + 4);
        record.position(record.position() + BOX);
        yield GEOMETRY.createMultiPointFromCoords(coordinates(record, record.getInt()));
      }
      case 3, 13, 23 -> lines(parts(record));
      case 5, 15, 25 -> ShpRings.polygons(GEOMETRY, parts(record));
      default ->
          throw new FeatureException(
              "The .shp file holds shapes of a kind that cannot be read ("
                  + type
                  + "); save them as polygons.");
    };
  }

  private static Geometry lines(List<Coordinate[]> parts) {
    return GEOMETRY.createMultiLineString(
        parts.stream()
            .filter(part -> part.length != 1)
            .map(GEOMETRY::createLineString)
            .toArray(LineString[]::new));
  }

  private static List<Coordinate[]> parts(ByteBuffer record) {
    need(record, BOX + 8);
    record.position(record.position() + BOX);
    int count = record.getInt();
    int points = record.getInt();
    need(record, 4L * Math.max(0, count));
    if (count < 0) {
      throw new FeatureException(CUT);
    }
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i] = record.getInt();
    }
    starts[count] = points;
    Coordinate[] all = coordinates(record, points);
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (starts[i] < 0 || starts[i] > starts[i + 1] || starts[i + 1] > points) {
        throw new FeatureException(CUT);
      }
      parts.add(java.util.Arrays.copyOfRange(all, starts[i], starts[i + 1]));
    }
    return parts;
  }

  private static Coordinate[] coordinates(ByteBuffer record, int count) {
    need(record, (long) XY * count);
    if (count < 0) {
      throw new FeatureException(CUT);
    }
    Coordinate[] all = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      all[i] = new Coordinate(record.getDouble(), record.getDouble());
      if (!Double.isFinite(all[i].x) || !Double.isFinite(all[i].y)) {
        throw new FeatureException("The .shp file has a coordinate that is not a number.");
      }
    }
    return all;
  }

  private static void need(ByteBuffer record, long bytes) {
    if (record.remaining() < bytes) {
      throw new FeatureException(CUT);
    }
  }
}
