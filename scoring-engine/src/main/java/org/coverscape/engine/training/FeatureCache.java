package org.coverscape.engine.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Features that were computed once, in a file for each featurizer, {@code features-<id>.bin}.
 *
 * <p>The file: {@value #HEADER} bytes of head ({@code CVSFEAT1}, features per row as a 32-bit
 * number, zeros), then records of one length: 16 bytes that name the chip, its features as 32-bit
 * floats, and the CRC-32 of both; all little-endian. Records are only ever added, so that a run
 * that was killed goes on where it stopped: a record that was cut off is dropped, one that is
 * damaged is passed over and computed again.
 *
 * <p>Thread-safe. A file belongs to one process at a time.
 */
public final class FeatureCache implements AutoCloseable {
  private static final int HEADER = 32;
  private static final byte[] MAGIC = "CVSFEAT1".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY = 16;
  private static final int BUFFERED = 1 << 16;

  private record Key(long first, long second) {
    static Key of(String text) {
      ByteBuffer digest = ByteBuffer.wrap(Digests.sha256(text)).order(ByteOrder.LITTLE_ENDIAN);
      return new Key(digest.getLong(), digest.getLong());
    }
  }

  private final Path file;
  private final FileChannel channel;
  private final Map<Key, Integer> records = new HashMap<>();
  private @Nullable ByteBuffer waiting;
  private int width;
  private int count;

  private FeatureCache(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the features of a featurizer, or begins them.
   *
   * @param folder made where it is missing
   * @param featurizer identity of the network that computes the features
   * @throws IOException with one plain sentence when the file cannot be used
   */
  public static FeatureCache open(Path folder, String featurizer) throws IOException {
    Files.createDirectories(folder);
    String id = HexFormat.of().formatHex(Digests.sha256(featurizer), 0, 6);
    Path file = folder.resolve("features-" + id + ".bin");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FeatureCache cache = new FeatureCache(file, channel);
      cache.lock();
      cache.readAll();
      return cache;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw inUse(e);
    }
    if (lock == null) {
      throw inUse(null);
    }
  }

  private IOException inUse(@Nullable Exception cause) {
    return new IOException(
        "The features in "
            + file
            + " are in use by another run; wait for it, or name another"
            + " folder with --cache.",
        cause);
  }

  private void readAll() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    if (!fill(header, 0)) {
      channel.truncate(0);
      return;
    }
    byte[] magic = new byte[MAGIC.length];
    header.get(magic);
    width = header.getInt();
    if (!Arrays.equals(magic, MAGIC) || width < 1 || width > 1 << 16) {
      throw new IOException(
          file
              + " holds no features of Coverscape; move it away, or name another folder with"
              + " --cache.");
    }
    ByteBuffer record = record();
    while (fill(record, at(count))) {
      if (record.getInt(record.limit() - Integer.BYTES) == check(record)) {
        records.put(new Key(record.getLong(0), record.getLong(Long.BYTES)), count);
      }
      count++;
    }
    channel.truncate(at(count));
  }

  private boolean fill(ByteBuffer buffer, long from) throws IOException {
    buffer.clear();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        return false;
      }
    }
    buffer.flip();
    return true;
  }

  private int recordBytes() {
    return KEY + width * Float.BYTES + Integer.BYTES;
  }

  private long at(int record) {
    return HEADER + (long) record * recordBytes();
  }

  private ByteBuffer record() {
    return ByteBuffer.allocate(recordBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int check(ByteBuffer record) {
    CRC32 crc = new CRC32();
    crc.update(record.duplicate().position(0).limit(record.capacity() - Integer.BYTES));
    return (int) crc.getValue();
  }

  /** Features in a row; 0 before there is any. */
  public synchronized int width() {
    return width;
  }

  /** Chips whose features are known. */
  public synchronized int size() {
    return records.size();
  }

  /** Whether the features of a chip are known. */
  public synchronized boolean contains(String key) {
    return records.containsKey(Key.of(key));
  }

  /**
   * Adds the features of a chip; those of one that is known are passed over.
   *
   * @throws IOException with one plain sentence when they cannot be kept, or are more or fewer than
   *     those before
   */
  public synchronized void put(String key, float[] features) throws IOException {
    Key name = Key.of(key);
    if (records.containsKey(name)) {
      return;
    }
    if (width == 0) {
      begin(features.length);
    }
    if (features.length != width) {
      throw new IOException(
          "The service answered with %d features, and %s holds rows of %d; name another folder with --cache."
              .formatted(features.length, file, width));
    }
    ByteBuffer record = record();
    record.putLong(name.first()).putLong(name.second());
    record.asFloatBuffer().put(features);
    record.putInt(record.limit() - Integer.BYTES, check(record)).rewind();
    append(record);
    records.put(name, count++);
  }

  private void begin(int features) throws IOException {
    width = features;
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).putInt(width).rewind();
    write(header, 0);
  }

  private void append(ByteBuffer record) throws IOException {
    ByteBuffer buffer = waiting;
    if (buffer == null) {
      buffer = ByteBuffer.allocate(Math.max(BUFFERED, record.capacity()));
      waiting = buffer;
    }
    if (buffer.remaining() < record.remaining()) {
      flush();
    }
    buffer.put(record);
  }

  /** Writes what waits. */
  public synchronized void flush() throws IOException {
    ByteBuffer buffer = waiting;
    if (buffer != null) {
      buffer.flip();
      write(buffer, channel.size());
      buffer.clear();
    }
  }

  private void write(ByteBuffer bytes, long to) throws IOException {
    long at = to;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /**
   * The features of chips that are known, in the order of their keys; readable as long as the cache
   * is open.
   */
  public synchronized FeatureRows rows(List<String> keys) throws IOException {
    flush();
    int[] numbers = new int[keys.size()];
    for (int i = 0; i < numbers.length; i++) {
      Integer number = records.get(Key.of(keys.get(i)));
      if (number == null) {
        throw new IllegalArgumentException("the features of " + keys.get(i) + " are not known");
      }
      numbers[i] = number;
    }
    return new MappedRows(channel, HEADER, recordBytes(), KEY, width, numbers);
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      flush();
    } finally {
      channel.close();
    }
  }
}
