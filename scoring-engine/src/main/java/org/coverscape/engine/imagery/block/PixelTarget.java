package org.coverscape.engine.imagery.block;

/**
 * Where pixels go.
 *
 * @param bytes takes them, interleaved by pixel
 * @param from index of the first byte of the first pixel
 * @param stride bytes from a row to the next
 * @param bands bytes taken of each pixel, the first ones
 */
public record PixelTarget(byte[] bytes, int from, int stride, int bands) {
  /** Index of the first byte of a row. */
  public int row(int y) {
    return from + y * stride;
  }
}
