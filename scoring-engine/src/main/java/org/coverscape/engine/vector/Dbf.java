package org.coverscape.engine.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a dBASE III table, as shapefiles have one; a missing table has empty rows. */
final class Dbf implements AutoCloseable {
  private static final int HEADER = 32;
  private static final int FIELD = 32;
  private static final byte END_OF_FIELDS = 0x0D;
  private static final byte DELETED = '*';
  private static final String CUT = "The .dbf file is damaged or cut short; copy it again.";

  private final InputStream in;
  private final Charset charset;
  private final List<DbfField> fields = new ArrayList<>();
  private int rowLength;

  private Dbf(InputStream in, Charset charset) {
    this.in = in;
    this.charset = charset;
  }

  static Dbf open(Shapefile.Parts parts) throws IOException {
    Optional<InputStream> part = parts.open("dbf");
    if (part.isEmpty()) {
      return new Dbf(InputStream.nullInputStream(), Charset.defaultCharset());
    }
    Optional<String> codePage = Shapefile.text(parts, "cpg");
    InputStream in = new BufferedInputStream(part.get(), 1 << 16);
    try {
      byte[] header = in.readNBytes(HEADER);
      if (header.length < HEADER) {
        throw new FeatureException(CUT);
      }
      Dbf table = new Dbf(in, DbfCharset.of(codePage, header[29]));
      table.readFields(ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN));
      return table;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private void readFields(ByteBuffer header) throws IOException {
    int headerLength = Short.toUnsignedInt(header.getShort(8));
    rowLength = Short.toUnsignedInt(header.getShort(10));
    byte[] rest = in.readNBytes(Math.max(0, headerLength - HEADER));
    int offset = 1;
    for (int at = 0; at + FIELD <= rest.length && rest[at] != END_OF_FIELDS; at += FIELD) {
      DbfField field = DbfField.read(rest, at, offset, charset);
      fields.add(field);
      offset += field.length();
    }
    if (rest.length < headerLength - HEADER || offset > Math.max(1, rowLength)) {
      throw new FeatureException(CUT);
    }
  }

  /** The values of the next row, none after the end; null when the row is deleted. */
  @Nullable Map<String, Object> next() throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    byte[] row = in.readNBytes(rowLength);
    if (row.length < rowLength || row.length == 0) {
      return values;
    }
    if (row[0] == DELETED) {
      return null;
    }
    for (DbfField field : fields) {
      Object value = field.value(row, charset);
      if (value != null) {
        values.put(field.name(), value);
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
