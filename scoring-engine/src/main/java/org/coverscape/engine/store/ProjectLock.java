package org.coverscape.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a project file to one window, in whatever process, until it is closed.
 *
 * <p>The operating system holds the lock on an empty file beside the project and gives it up when
 * the program ends, however it ends; the empty file stays, since removing it could let in two.
 * Thread-safe.
 */
public final class ProjectLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectLock.class);

  private final FileChannel channel;

  private ProjectLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a project file, which need not be there yet.
   *
   * @throws ProjectInUseException when another window has it; it may be opened for reading, or a
   *     copy of it
   * @throws StoreException with one sentence when its folder cannot be written to; the project can
   *     still be read
   */
  public static ProjectLock of(Path project) {
    Path whole = project.toAbsolutePath().normalize();
    Path file = whole.resolveSibling("." + whole.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) != null) {
        return new ProjectLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new StoreException(
          project
              + " is in a place that cannot be written to; open it for reading, or save a copy in"
              + " another folder.",
          e);
    }
    throw new ProjectInUseException(
        project
            + " is open in another Coverscape window; close it there, or open it for reading, or"
            + " open a copy.");
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // another window of this very process
      LOG.debug("A project is locked by this process.", e);
      return null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Gives the lock up. Closing twice does no harm. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("The lock of a project did not close.", e);
    }
  }
}
