package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one directory of a TIFF, by tag; values are read when they are asked for.
 *
 * <p>After TIFF 6.0 (Adobe 1992), section 2, and the BigTIFF extension. Sizes are checked against
 * the file's length before anything is allocated.
 */
final class TiffFields {
  /** More fields than any writer makes; a larger number is damage. */
  private static final long MOST_FIELDS = 4096;

  /** Bytes a field other than the block table may hold; colour profiles are the largest known. */
  private static final long MOST_BYTES = 16L << 20;

  private record Field(int type, long count, long position) {}

  private final TiffInput input;
  private final Map<Integer, Field> fields = new HashMap<>();
  private final long end;

  private TiffFields(TiffInput input, long end) {
    this.input = input;
    this.end = end;
  }

  /** Reads the list of fields of the first directory, not their values. */
  static TiffFields read(TiffInput input) throws IOException {
    return read(input, offset(input, input.big() ? 8 : 4));
  }

  /** Reads the list of fields of the directory at a position, not their values. */
  static TiffFields read(TiffInput input, long start) throws IOException {
    long count =
        input.big()
            ? input.at(start, 8).getLong()
            : Short.toUnsignedInt(input.at(start, 2).getShort());
    if (count < 1 || count > MOST_FIELDS) {
      throw TiffException.damaged();
    }
    int size = input.big() ? 20 : 12;
    long first = start + (input.big() ? 8 : 2);
    ByteBuffer list = input.at(first, (int) count * size);
    TiffFields result = new TiffFields(input, first + count * size);
    for (int i = 0; i < count; i++) {
      result.add(list, i * size, first + (long) i * size);
    }
    return result;
  }

  private static long offset(TiffInput input, long position) throws IOException {
    return input.big()
        ? input.at(position, 8).getLong()
        : Integer.toUnsignedLong(input.at(position, 4).getInt());
  }

  /** Position of the next directory, or 0 behind the last. */
  long next() throws IOException {
    return offset(input, end);
  }

  private void add(ByteBuffer list, int at, long position) throws IOException {
    int tag = Short.toUnsignedInt(list.getShort(at));
    int type = Short.toUnsignedInt(list.getShort(at + 2));
    boolean big = input.big();
    long count = big ? list.getLong(at + 4) : Integer.toUnsignedLong(list.getInt(at + 4));
    int inline = big ? 8 : 4;
    int size = size(type);
    if (size == 0) {
      return;
    }
    if (count < 0 || count > input.length() / size) {
      throw TiffException.truncated();
    }
    long valueAt = position + (big ? 12 : 8);
    if (count * size > inline) {
      valueAt = big ? list.getLong(at + 12) : Integer.toUnsignedLong(list.getInt(at + 8));
      if (valueAt < 0 || valueAt > input.length() - count * size) {
        throw TiffException.truncated();
      }
    }
    fields.put(tag, new Field(type, count, valueAt));
  }

  private static int size(int type) {
    return switch (type) {
      case 1, 2, 6, 7 -> 1;
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12, 16, 17, 18 -> 8;
      default -> 0;
    };
  }

  /** Whether the tag is there. */
  boolean has(int tag) {
    return fields.containsKey(tag);
  }

  /** The whole numbers of a field; none when it is absent. */
  long[] longs(int tag) throws IOException {
    Field field = fields.get(tag);
    if (field == null) {
      return new long[0];
    }
    ByteBuffer bytes = bytes(field);
    long[] values = new long[(int) field.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(bytes, field.type());
    }
    return values;
  }

  private static long whole(ByteBuffer bytes, int type) throws TiffException {
    return switch (type) {
      case 1, 7 -> Byte.toUnsignedLong(bytes.get());
      case 3 -> Short.toUnsignedLong(bytes.getShort());
      case 4, 13 -> Integer.toUnsignedLong(bytes.getInt());
      case 16, 18 -> bytes.getLong();
      default -> throw TiffException.damaged();
    };
  }

  /** The first whole number of a field, or another when it is absent. */
  long first(int tag, long otherwise) throws IOException {
    long[] values = longs(tag);
    return values.length == 0 ? otherwise : values[0];
  }

  /** The bytes of a field as they are; none when it is absent. */
  byte[] bytes(int tag) throws IOException {
    Field field = fields.get(tag);
    if (field == null) {
      return new byte[0];
    }
    ByteBuffer read = bytes(field);
    byte[] values = new byte[read.remaining()];
    read.get(values);
    return values;
  }

  /** The floating-point numbers of a field; none when it is absent. */
  double[] doubles(int tag) throws IOException {
    Field field = fields.get(tag);
    if (field == null) {
      return new double[0];
    }
    if (field.type() != 12 && field.type() != 11) {
      throw TiffException.damaged();
    }
    ByteBuffer bytes = bytes(field);
    double[] values = new double[(int) field.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = field.type() == 12 ? bytes.getDouble() : bytes.getFloat();
    }
    return values;
  }

  /** The text of a field up to its first NUL, trimmed; empty when it is absent or no text. */
  Optional<String> text(int tag) throws IOException {
    Field field = fields.get(tag);
    if (field == null || field.type() != 2) {
      return Optional.empty();
    }
    String text = StandardCharsets.UTF_8.decode(bytes(field)).toString();
    int end = text.indexOf('\0');
    return Optional.of((end < 0 ? text : text.substring(0, end)).trim());
  }

  /** What nobody asks for, such as the layers of a drawing program, may be of any size. */
  private ByteBuffer bytes(Field field) throws IOException {
    if (field.count() * size(field.type()) > MOST_BYTES) {
      throw TiffException.damaged();
    }
    return input.at(field.position(), (int) field.count() * size(field.type()));
  }
}
