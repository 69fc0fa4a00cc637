package org.coverscape.engine.imagery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A header and a directory of a TIFF or BigTIFF, in either byte order. */
final class TestDirectory {
  private record Field(int type, int count, byte[] bytes) {}

  private final ByteOrder order;
  private final boolean big;
  private final TreeMap<Integer, Field> fields = new TreeMap<>();

  TestDirectory(ByteOrder order, boolean big) {
    this.order = order;
    this.big = big;
  }

  /** A text; nothing where it is empty. */
  void text(int tag, String text) {
    if (!text.isEmpty()) {
      byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
      fields.put(tag, new Field(2, bytes.length, bytes));
    }
  }

  void shorts(int tag, int... values) {
    ByteBuffer out = ByteBuffer.allocate(2 * values.length).order(order);
    for (int value : values) {
      out.putShort((short) value);
    }
    fields.put(tag, new Field(3, values.length, out.array()));
  }

  void number(int tag, int value) {
    ByteBuffer out = ByteBuffer.allocate(4).order(order).putInt(value);
    fields.put(tag, new Field(4, 1, out.array()));
  }

  void offsets(int tag, long[] values) {
    ByteBuffer out = ByteBuffer.allocate((big ? 8 : 4) * values.length).order(order);
    for (long value : values) {
      number(out, value);
    }
    fields.put(tag, new Field(big ? 16 : 4, values.length, out.array()));
  }

  void doubles(int tag, double... values) {
    ByteBuffer out = ByteBuffer.allocate(8 * values.length).order(order);
    for (double value : values) {
      out.putDouble(value);
    }
    fields.put(tag, new Field(12, values.length, out.array()));
  }

  /** The bytes, for a place behind others; the directory at {@code then} follows. */
  byte[] bytes(long base, long then) {
    int inline = big ? 8 : 4;
    int start = big ? 16 : 8;
    int extraAt = start + (big ? 16 : 6) + fields.size() * (big ? 20 : 12);
    int length = extraAt + fields.values().stream().mapToInt(f -> padded(f.bytes(), inline)).sum();
    ByteBuffer out = ByteBuffer.allocate(length).order(order);
    byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
    out.put(mark).put(mark).putShort((short) (big ? 43 : 42));
    if (big) {
      out.putShort((short) 8).putShort((short) 0).putLong(base + start).putLong(fields.size());
    } else {
      out.putInt((int) base + start).putShort((short) fields.size());
    }
    for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
      Field field = entry.getValue();
      out.putShort((short) (int) entry.getKey()).putShort((short) field.type());
      number(out, field.count());
      int next = out.position() + inline;
      if (field.bytes().length <= inline) {
        out.put(field.bytes());
      } else {
        number(out, base + extraAt);
        out.put(extraAt, field.bytes());
        extraAt += padded(field.bytes(), inline);
      }
      out.position(next);
    }
    number(out, then);
    return out.array();
  }

  private void number(ByteBuffer out, long value) {
    if (big) {
      out.putLong(value);
    } else {
      out.putInt((int) value);
    }
  }

  /** Room for a field's value outside the list of fields. */
  private static int padded(byte[] bytes, int inline) {
    return bytes.length <= inline ? 0 : (bytes.length + 7) / 8 * 8;
  }
}
