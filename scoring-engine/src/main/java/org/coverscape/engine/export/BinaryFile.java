package org.coverscape.engine.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of records behind a header that is known only at the end. Faults name the file in one
 * sentence. Not thread-safe.
 */
final class BinaryFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final DraftFile draft;
  private final OutputStream out;
  private long length;

  BinaryFile(Path target, int headerBytes) throws IOException {
    this.target = target;
    draft = new DraftFile(target);
    try {
      out = new BufferedOutputStream(Files.newOutputStream(draft.path()), BUFFER);
    } catch (IOException e) {
      throw FileFault.of(target, e);
    }
    write(new byte[headerBytes]);
  }

  /** Bytes written so far. */
  long length() {
    return length;
  }

  void write(byte[] bytes) throws IOException {
    try {
      out.write(bytes);
      length += bytes.length;
    } catch (IOException e) {
      throw FileFault.of(target, e);
    }
  }

  /** Ends the records and puts the header in front. */
  void finish(byte[] header) throws IOException {
    try {
      out.close();
      try (RandomAccessFile file = new RandomAccessFile(draft.path().toFile(), "rw")) {
        file.write(header);
      }
    } catch (IOException e) {
      throw FileFault.of(target, e);
    }
  }

  /** Gives the finished file its name. */
  void commit() throws IOException {
    draft.commit();
  }

  @Override
  public void close() throws IOException {
    try (draft) {
      out.close();
    }
  }
}
