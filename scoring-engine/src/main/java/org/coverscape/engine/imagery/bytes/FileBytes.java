package org.coverscape.engine.imagery.bytes;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file on a disk. Not thread-safe.
 *
 * <p>Not a channel: one that is read by a thread that is interrupted closes, and the pixels would
 * count as damaged when a job is cancelled.
 */
public final class FileBytes implements ByteSource {
  private final Path path;
  private @Nullable RandomAccessFile file;

  /** The file is opened when it is first read. */
  public FileBytes(Path path) {
    this.path = path;
  }

  @Override
  public long length() throws IOException {
    return Files.size(path);
  }

  @Override
  public String fingerprint() throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    return now.size() + "-" + now.lastModifiedTime().toMillis();
  }

  @Override
  public void read(long position, byte[] target, int offset, int count) throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      open = open();
      file = open;
    }
    open.seek(position);
    open.readFully(target, offset, count);
  }

  private RandomAccessFile open() throws IOException {
    try {
      return new RandomAccessFile(path.toFile(), "r");
    } catch (FileNotFoundException e) {
      if (Files.exists(path) && !Files.isReadable(path)) {
        throw (IOException) new AccessDeniedException(path.toString()).initCause(e);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
