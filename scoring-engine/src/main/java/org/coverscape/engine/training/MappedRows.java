package org.coverscape.engine.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Rows of a {@link FeatureCache}'s file, paged in by the system as they are read. */
final class MappedRows implements FeatureRows {
  private final List<ByteBuffer> segments = new ArrayList<>();
  private final int perSegment;
  private final int record;
  private final int skip;
  private final int[] rows;
  private final int width;

  /**
   * Rows of a file of records.
   *
   * @param from where the first record begins
   * @param record bytes of a record
   * @param skip bytes before its features
   * @param rows numbers of the records, in the order of the rows
   */
  MappedRows(FileChannel file, int from, int record, int skip, int width, int... rows)
      throws IOException {
    this.record = record;
    this.skip = skip;
    this.width = width;
    this.rows = rows.clone();
    this.perSegment = (1 << 30) / record;
    long segment = (long) perSegment * record;
    for (long at = from; at < file.size(); at += segment) {
      long length = Math.min(segment, file.size() - at);
      segments.add(
          file.map(FileChannel.MapMode.READ_ONLY, at, length).order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  @Override
  public int count() {
    return rows.length;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void copy(int row, float[] into) {
    ByteBuffer segment = segments.get(rows[row] / perSegment);
    int at = rows[row] % perSegment * record + skip;
    segment
        .slice(at, width * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(into, 0, width);
  }
}
