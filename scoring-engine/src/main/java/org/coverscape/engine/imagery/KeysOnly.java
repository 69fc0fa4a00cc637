package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.imagery.bytes.ByteSource;

/**
 * A TIFF of one pixel with the coordinate system of another, so that a library that reads the
 * system meets nothing else of a file from outside.
 */
final class KeysOnly {
  /**
   * Keys of four numbers; the format has some eighty, and the library's work grows with their
   * square.
   */
  private static final int MOST_NUMBERS = 4 * 128;

  private static final int MOST_TEXT = 4096;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;
  private static final int ASCII = 2;
  private static final int HEADER = 8;
  private static final int ENTRY = 12;

  private record Field(int tag, int type, int count, byte[] value) {}

  private KeysOnly() {}

  /**
   * The bytes of such a TIFF.
   *
   * @throws TiffException when what describes the system is damaged
   */
  static byte[] of(ByteSource file) throws IOException {
    TiffFields fields = TiffFields.read(TiffInput.open(file));
    long[] directory = fields.longs(34735);
    double[] numbers = fields.doubles(34736);
    byte[] names = fields.text(34737).orElse("").getBytes(StandardCharsets.ISO_8859_1);
    if (Math.max(directory.length, numbers.length) > MOST_NUMBERS || names.length > MOST_TEXT) {
      throw TiffException.damaged();
    }
    return tiff(
        List.of(
            whole(256, SHORT, 1),
            whole(257, SHORT, 1),
            whole(258, SHORT, 8),
            whole(259, SHORT, 1),
            whole(262, SHORT, 1),
            whole(273, LONG, 0),
            whole(277, SHORT, 1),
            whole(278, SHORT, 1),
            whole(279, LONG, 1),
            real(33550, 1, 1, 0),
            real(33922, 0, 0, 0, 0, 0, 0),
            whole(34735, SHORT, directory),
            real(34736, numbers),
            new Field(34737, ASCII, names.length + 1, Arrays.copyOf(names, names.length + 1))));
  }

  private static Field whole(int tag, int type, long... values) {
    int size = type == SHORT ? Short.BYTES : Integer.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(size * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      if (type == SHORT) {
        bytes.putShort((short) value);
      } else {
        bytes.putInt((int) value);
      }
    }
    return new Field(tag, type, values.length, bytes.array());
  }

  private static Field real(int tag, double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return new Field(tag, DOUBLE, values.length, bytes.array());
  }

  private static byte[] tiff(List<Field> all) {
    List<Field> fields = all.stream().filter(field -> field.count() > 0).toList();
    int free = HEADER + 2 + fields.size() * ENTRY + 4;
    int length = free + fields.stream().mapToInt(field -> field.value().length).sum();
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
    out.putShort((short) fields.size());
    for (Field field : fields) {
      out.putShort((short) field.tag()).putShort((short) field.type()).putInt(field.count());
      if (field.value().length <= Integer.BYTES) {
        out.put(field.value()).position(out.position() + Integer.BYTES - field.value().length);
      } else {
        out.putInt(free);
        out.put(free, field.value());
        free += field.value().length;
      }
    }
    return out.array();
  }
}
