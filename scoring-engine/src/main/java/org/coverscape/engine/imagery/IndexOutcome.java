package org.coverscape.engine.imagery;

/** What came of reading a file for the catalogue. */
public sealed interface IndexOutcome {
  /** Where the file is. */
  ImageLocation location();

  /**
   * An image that can be scored.
   *
   * @param tile the image
   */
  record Indexed(ImageryTile tile) implements IndexOutcome {
    @Override
    public ImageLocation location() {
      return tile.location();
    }
  }

  /**
   * A file that cannot.
   *
   * @param location where the file is
   * @param reason one plain sentence that says why, without the file's name
   */
  record Refused(ImageLocation location, String reason) implements IndexOutcome {}
}
