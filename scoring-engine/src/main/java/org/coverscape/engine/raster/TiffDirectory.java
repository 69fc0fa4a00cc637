package org.coverscape.engine.raster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One image file directory of TIFF 6.0, little-endian: fields in the order of their tags, values
 * that do not fit into a field directly behind the directory.
 */
final class TiffDirectory {
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;

  private final Map<Integer, Field> fields = new TreeMap<>();

  // not a record: the bytes are written once and compared by nobody
  private static final class Field {
    private final int type;
    private final int count;
    private final byte[] value;

    Field(int type, int count, byte[] value) {
      this.type = type;
      this.count = count;
      this.value = value;
    }

    int padded() {
      return value.length <= 4 ? 0 : value.length + (value.length & 1);
    }
  }

  /** Sets 16-bit values. */
  TiffDirectory shorts(int tag, int... values) {
    byte[] bytes = new byte[2 * values.length];
    ByteBuffer buffer = little(bytes);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return put(tag, SHORT, values.length, bytes);
  }

  /** Sets unsigned 32-bit values. */
  TiffDirectory longs(int tag, long... values) {
    byte[] bytes = new byte[4 * values.length];
    ByteBuffer buffer = little(bytes);
    for (long value : values) {
      buffer.putInt((int) value);
    }
    return put(tag, LONG, values.length, bytes);
  }

  /** Sets 64-bit floating-point values. */
  TiffDirectory doubles(int tag, double... values) {
    byte[] bytes = new byte[8 * values.length];
    ByteBuffer buffer = little(bytes);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return put(tag, DOUBLE, values.length, bytes);
  }

  /** Sets text; what ASCII lacks becomes a question mark. */
  TiffDirectory text(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return put(tag, ASCII, bytes.length, bytes);
  }

  private TiffDirectory put(int tag, int type, int count, byte[] value) {
    fields.put(tag, new Field(type, count, value));
    return this;
  }

  /** Bytes of the directory with all its values. */
  int size() {
    return headSize() + fields.values().stream().mapToInt(Field::padded).sum();
  }

  private int headSize() {
    return 2 + 12 * fields.size() + 4;
  }

  /** The directory as it lies in the file at an offset, pointing to the next one, or 0. */
  byte[] bytes(long offset, long next) {
    byte[] all = new byte[size()];
    ByteBuffer head = little(all);
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    head.putShort((short) fields.size());
    fields.forEach((tag, field) -> putField(head, values, offset, tag, field));
    head.putInt((int) next);
    head.put(values.toByteArray());
    return all;
  }

  private void putField(
      ByteBuffer head, ByteArrayOutputStream values, long offset, int tag, Field field) {
    head.putShort((short) tag).putShort((short) field.type).putInt(field.count);
    byte[] value = field.value;
    if (value.length <= 4) {
      head.put(java.util.Arrays.copyOf(value, 4));
    } else {
      head.putInt((int) (offset + headSize() + values.size()));
      values.write(value, 0, value.length);
      if ((value.length & 1) == 1) {
        values.write(0);
      }
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
