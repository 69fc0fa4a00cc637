package org.coverscape.engine.imagery;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a file, read into one buffer that grows with the largest piece. Not thread-safe.
 *
 * <p>Not a channel: one that is read by a thread that is interrupted closes, and the pixels would
 * count as damaged when a job is cancelled.
 */
final class StoredBytes implements AutoCloseable {
  private final Path path;
  private byte[] buffer = {};
  private @Nullable RandomAccessFile file;

  /** The file is opened when it is first read. */
  StoredBytes(Path path) {
    this.path = path;
  }

  /**
   * The bytes from a position, at the front of an array that the next call overwrites.
   *
   * @throws FileNotFoundException when the file is not there any more
   * @throws EOFException when it ends before
   */
  byte[] read(long position, int length) throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      open = new RandomAccessFile(path.toFile(), "r");
      file = open;
    }
    if (buffer.length < length) {
      buffer = new byte[length + length / 4];
    }
    open.seek(position);
    open.readFully(buffer, 0, length);
    return buffer;
  }

  @Override
  public void close() throws IOException {
    buffer = new byte[0];
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
