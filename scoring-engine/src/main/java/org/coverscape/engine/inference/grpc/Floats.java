package org.coverscape.engine.inference.grpc;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads packed numbers, little-endian. */
final class Floats {
  private Floats() {}

  /** Floats of four bytes. */
  static float[] ofSingles(ByteString packed) {
    float[] values = new float[packed.size() / Float.BYTES];
    bytes(packed).asFloatBuffer().get(values);
    return values;
  }

  /** Floats of eight bytes, rounded to four. */
  static float[] ofDoubles(ByteString packed) {
    float[] values = new float[packed.size() / Double.BYTES];
    ByteBuffer bytes = bytes(packed);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) bytes.getDouble(i * Double.BYTES);
    }
    return values;
  }

  private static ByteBuffer bytes(ByteString packed) {
    return packed.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
