package org.coverscape.engine.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of a shapefile: dBASE III without memo, text in UTF-8. Not thread-safe. */
final class DbfFile implements AutoCloseable {
  private static final int HEADER = 32;
  private static final byte VERSION = 3;
  private static final byte HEADER_END = 0x0D;
  private static final byte FILE_END = 0x1A;
  private static final int NAME = 11;

  private final List<DbfField> fields;
  private final BinaryFile file;
  private int records;

  DbfFile(Path target, List<DbfField> fields) throws IOException {
    this.fields = fields;
    file = new BinaryFile(target, headerBytes());
  }

  private int headerBytes() {
    return HEADER * (1 + fields.size()) + 1;
  }

  private int recordBytes() {
    return 1 + fields.stream().mapToInt(DbfField::width).sum();
  }

  void add(List<? extends @Nullable Object> values) throws IOException {
    ByteArrayOutputStream record = new ByteArrayOutputStream(recordBytes());
    record.write(' '); // not deleted
    for (int i = 0; i < fields.size(); i++) {
      record.writeBytes(cell(fields.get(i), values.get(i)));
    }
    file.write(record.toByteArray());
    records++;
  }

  private static byte[] cell(DbfField field, @Nullable Object value) {
    byte[] cell = new byte[field.width()];
    Arrays.fill(cell, (byte) ' ');
    if (value == null) {
      return cell;
    }
    if (field.type() == 'N') {
      byte[] digits = digits(field, (Number) value);
      System.arraycopy(digits, 0, cell, cell.length - digits.length, digits.length);
    } else {
      byte[] text = whole(value.toString(), cell.length);
      System.arraycopy(text, 0, cell, 0, text.length);
    }
    return cell;
  }

  private static byte[] digits(DbfField field, Number value) {
    BigDecimal number = new BigDecimal(value.toString());
    String digits = number.setScale(field.decimals(), RoundingMode.HALF_EVEN).toPlainString();
    if (digits.length() > field.width()) {
      throw new IllegalArgumentException(
          value + " does not fit into column '" + field.name() + "' of the shapefile.");
    }
    return digits.getBytes(StandardCharsets.US_ASCII);
  }

  /** As much of a text as fits, without half a character at the end. */
  private static byte[] whole(String text, int width) {
    int end = text.length();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    while (bytes.length > width) {
      end = text.offsetByCodePoints(end, -1);
      bytes = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    }
    return bytes;
  }

  void finish() throws IOException {
    file.write(new byte[] {FILE_END});
    file.finish(header());
  }

  private byte[] header() {
    ByteBuffer header = ByteBuffer.allocate(headerBytes()).order(ByteOrder.LITTLE_ENDIAN);
    header.put(VERSION);
    header.put(new byte[] {126, 1, 1}); // the day of last change, kept still: same map, same bytes
    header.putInt(records).putShort((short) headerBytes()).putShort((short) recordBytes());
    for (int i = 0; i < fields.size(); i++) {
      DbfField field = fields.get(i);
      header.position(HEADER * (1 + i));
      header.put(Arrays.copyOf(field.name().getBytes(StandardCharsets.US_ASCII), NAME));
      header.put((byte) field.type()).putInt(0);
      header.put((byte) field.width()).put((byte) field.decimals());
    }
    header.put(headerBytes() - 1, HEADER_END);
    return header.array();
  }

  void commit() throws IOException {
    file.commit();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
