package org.coverscape.engine.imagery.block;

/**
 * The pixels of a block that are wanted.
 *
 * @param x first column, from the block's left edge
 * @param y first row, from its upper edge
 * @param width columns
 * @param height rows
 */
public record BlockPart(int x, int y, int width, int height) {
  /** The row behind the last. */
  int endY() {
    return y + height;
  }
}
