package org.coverscape.engine.imagery;

import java.io.IOException;

/**
 * Imagery of every form that is known, wherever it lies. Thread-safe; what it opens is not.
 *
 * <p>Faults are {@link IOException}s with one plain sentence, without the file's name.
 */
public interface ImageryAccess extends RasterReader.Opener {
  /**
   * What is known of an image from its header.
   *
   * @throws IOException when it cannot be scored
   */
  ImageryTile describe(ImageLocation location) throws IOException;

  /**
   * What changes when an image's file does; costs little.
   *
   * @throws IOException when it cannot be reached
   */
  String fingerprint(ImageLocation location) throws IOException;

  /** Whether a file of such a name is taken for an image when a folder is looked through. */
  boolean isImage(String name);
}
