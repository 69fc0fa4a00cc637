package org.coverscape.engine.raster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that appears whole under its name, or not at all: it is written under another name beside,
 * and moved at the end.
 *
 * <p>Faults are {@link IOException}s with one sentence for a person. A random-access file is used
 * rather than a channel, which an interrupt of the thread would close. Not thread-safe.
 */
final class OutputFile implements AutoCloseable {
  private final Path target;
  private final Path temporary;
  private final RandomAccessFile file;
  private long length;

  /** Opens an empty file beside the target. */
  OutputFile(Path target) throws IOException {
    this.target = target.toAbsolutePath();
    this.temporary =
        this.target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      this.file = new RandomAccessFile(temporary.toFile(), "rw");
    } catch (IOException e) {
      throw new IOException(
          target + " cannot be written; check that its folder exists and may be written to.", e);
    }
  }

  /** Bytes written so far. */
  long length() {
    return length;
  }

  /** Appends bytes. */
  void write(byte[] bytes, int offset, int count) throws IOException {
    try {
      file.write(bytes, offset, count);
      length += count;
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Reads bytes that were written; the next write overwrites what follows them. */
  void read(long position, byte[] bytes, int count) throws IOException {
    try {
      file.seek(position);
      file.readFully(bytes, 0, count);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Closes the file and gives it its name, replacing an older one. */
  void commit() throws IOException {
    try {
      file.getFD().sync();
      file.close();
      move();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private void move() throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private IOException fault(IOException cause) {
    return new IOException(
        target + " could not be written; free some disk space or choose another folder.", cause);
  }

  /** Closes the file; removes it when it was not committed. */
  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(temporary);
  }
}
