package org.coverscape.engine.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.coverscape.engine.vector.FeatureException;
import org.coverscape.engine.vector.Wkb;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometries as a GeoPackage stores them: a header with the extent, then well-known binary
 * (GeoPackage 1.3, clause 2.1.3, GeoPackageBinary).
 */
final class GeoPackageGeometry {
  private static final int HEADER = 8;
  private static final int ENVELOPE = 32;

  /** Little-endian with an extent in x and y. */
  private static final byte FLAGS = 0b0000_0011;

  /** Little-endian, no extent, empty. */
  private static final byte EMPTY_FLAGS = 0b0001_0001;

  /** Bytes of the extent by its kind: none, xy, xyz, xym, xyzm. */
  private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

  private GeoPackageGeometry() {}

  /** The bytes of a geometry, x and y only. */
  static byte[] encode(Geometry geometry, int srsId) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    boolean empty = geometry.isEmpty();
    ByteBuffer out = ByteBuffer.allocate(HEADER + (empty ? 0 : ENVELOPE) + wkb.length);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'G').put((byte) 'P').put((byte) 0).put(empty ? EMPTY_FLAGS : FLAGS);
    out.putInt(srsId);
    if (!empty) {
      Envelope box = geometry.getEnvelopeInternal();
      out.putDouble(box.getMinX()).putDouble(box.getMaxX());
      out.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    return out.put(wkb).array();
  }

  /**
   * The geometry in bytes, x and y only.
   *
   * @throws FeatureException with one sentence when the bytes are no geometry
   */
  static Geometry decode(byte[] bytes) {
    if (bytes.length < HEADER || bytes[0] != 'G' || bytes[1] != 'P') {
      throw new FeatureException("A feature's geometry is not written as a GeoPackage's.");
    }
    int kind = (bytes[3] >> 1) & 7;
    int start = HEADER + (kind < ENVELOPES.length ? ENVELOPES[kind] : bytes.length);
    if (start >= bytes.length) {
      throw new FeatureException("A feature's geometry is cut short.");
    }
    return Wkb.read(bytes, start);
  }
}
