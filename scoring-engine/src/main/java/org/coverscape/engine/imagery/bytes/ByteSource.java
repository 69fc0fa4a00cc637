package org.coverscape.engine.imagery.bytes;

import java.io.IOException;
import java.util.List;

/**
 * The bytes of one file, read from any position. Not thread-safe: one source, one thread at a time.
 *
 * <p>A fault is an {@link IOException}; those of the means of access, such as a network, carry one
 * plain sentence that says what to do.
 */
public interface ByteSource extends AutoCloseable {
  /** Bytes in the file. */
  long length() throws IOException;

  /**
   * What changes when the file does, such as its length and the time of its last change.
   *
   * @throws IOException when the file cannot be reached
   */
  String fingerprint() throws IOException;

  /**
   * Reads bytes.
   *
   * @param position of the first in the file
   * @param target takes them
   * @param offset index of the first in the target
   * @param count how many
   * @throws java.io.EOFException when the file ends before the last of them
   * @throws java.io.FileNotFoundException when the file is not there any more
   */
  void read(long position, byte[] target, int offset, int count) throws IOException;

  /**
   * Says what is going to be read next, so that a source far away can fetch it in few and large
   * pieces. Changes nothing of what {@link #read} gives.
   *
   * @param ranges in any order
   * @throws IOException when they cannot be had
   */
  default void expect(List<ByteRange> ranges) throws IOException {
    // a local file has them at hand
  }

  /** Lets go of the file; what is read afterwards opens it again. */
  @Override
  void close() throws IOException;
}
