package org.coverscape.engine.training;

/**
 * Where a chip comes from, so that training and validation can be kept apart by place.
 *
 * @param area what its rows and columns count in: a zone of the ground, or a folder of images
 * @param row row of the chip, or the number of an image among its folder's
 * @param col column of the chip; 0 for images
 */
public record Place(String area, int row, int col) {
  /** The block of {@code size} × {@code size} chips, or run of so many images, it belongs to. */
  public String block(int size) {
    return area + "/" + Math.floorDiv(row, size) + "/" + Math.floorDiv(col, size);
  }
}
