package org.coverscape.engine.imagery;

import java.nio.file.Path;

/** What came of reading a file for the catalogue. */
public sealed interface IndexOutcome {
  /** The file. */
  Path path();

  /**
   * An image that can be scored.
   *
   * @param tile the image
   */
  record Indexed(ImageryTile tile) implements IndexOutcome {
    @Override
    public Path path() {
      return tile.path();
    }
  }

  /**
   * A file that cannot.
   *
   * @param path the file
   * @param reason one plain sentence that says why, without the file's name
   */
  record Refused(Path path, String reason) implements IndexOutcome {}
}
