package org.coverscape.engine.imagery;

import java.io.IOException;
import org.coverscape.engine.imagery.bytes.ByteSource;

/**
 * A kind of files that hold imagery. Stateless, and so thread-safe.
 *
 * <p>Faults are {@link IOException}s with one plain sentence, without the file's name.
 */
public interface ImageryFormat {
  /** Opens other files, such as those beside the image. */
  @FunctionalInterface
  interface Access {
    /**
     * The bytes of a file, which the caller closes.
     *
     * @throws IOException with one plain sentence when it cannot be reached
     */
    ByteSource bytes(ImageLocation location) throws IOException;
  }

  /**
   * Whether a file that begins so is of this kind.
   *
   * @param head the first bytes, fewer where the file is short
   */
  boolean begins(byte[] head);

  /**
   * What is known of an image from its header.
   *
   * @param bytes the image's file; stays the caller's
   * @throws IOException when it cannot be scored
   */
  ImageryTile describe(ImageLocation location, ByteSource bytes, Access access) throws IOException;

  /**
   * What changes when an image does, as {@link #describe} puts it down; costs little.
   *
   * @param bytes the image's file; stays the caller's
   */
  default String fingerprint(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    return bytes.fingerprint();
  }

  /**
   * Opens an image.
   *
   * @param bytes the image's file; closing the reader closes it
   * @throws IOException when it cannot be read; the bytes are closed then
   */
  RasterReader open(ImageLocation location, ByteSource bytes, Access access) throws IOException;
}
