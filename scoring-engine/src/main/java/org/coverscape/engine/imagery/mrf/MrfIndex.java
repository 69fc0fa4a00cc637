package org.coverscape.engine.imagery.mrf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.coverscape.engine.imagery.bytes.ByteSource;

/**
 * The places of the pages: records of 16 bytes, the highest first, a position and a size. A few of
 * them at a time are held. Not thread-safe.
 */
final class MrfIndex implements AutoCloseable {
  /** Bytes of a record. */
  static final int RECORD = 16;

  private static final int HELD = 256;

  /**
   * Where a page is.
   *
   * @param position of its first byte in the data file
   * @param size bytes, 0 for one that was never stored
   */
  record Place(long position, long size) {
    /** Whether the page was found empty, and not only never looked at. */
    boolean isKnown() {
      return size != 0 || position != 0;
    }
  }

  private final ByteSource source;
  private final long offset;
  private final long records;
  private final ByteBuffer held = ByteBuffer.allocate(HELD * RECORD);
  private long firstHeld = -1;

  /** Takes the source over: closing this closes it. */
  MrfIndex(ByteSource source, long offset) throws IOException {
    this.source = source;
    this.offset = offset;
    records = Math.max(0, source.length() - offset) / RECORD;
  }

  /** Number of records in the file. */
  long records() {
    return records;
  }

  ByteSource source() {
    return source;
  }

  /**
   * A record.
   *
   * @throws IOException when the file ends before it
   */
  Place place(long record) throws IOException {
    if (record < 0 || record >= records) {
      throw new MrfException("Its index ends early; copy the .idx file again.");
    }
    long first = record / HELD * HELD;
    if (first != firstHeld) {
      firstHeld = -1;
      read(first);
      firstHeld = first;
    }
    int at = (int) (record - first) * RECORD;
    return new Place(held.getLong(at), held.getLong(at + Long.BYTES));
  }

  private void read(long first) throws IOException {
    int count = (int) Math.min(HELD, records - first);
    try {
      source.read(offset + first * RECORD, held.array(), 0, count * RECORD);
    } catch (EOFException e) {
      throw new MrfException("Its index was cut short meanwhile; copy the .idx file again.", e);
    }
  }

  @Override
  public void close() throws IOException {
    firstHeld = -1;
    source.close();
  }
}
