package org.coverscape.engine.imagery.block;

/**
 * What a block holds once it is unpacked: rows of pixels, bytes interleaved by pixel.
 *
 * @param width columns stored
 * @param samples bytes per pixel
 * @param differences whether each byte is stored as its difference from that of the pixel before,
 *     in the same row and band (TIFF 6.0, section 14: predictor 2)
 */
public record BlockForm(int width, int samples, boolean differences) {
  /** Checks that there are pixels. */
  public BlockForm {
    if (width < 1 || samples < 1) {
      throw new IllegalArgumentException("a block of " + width + " pixels of " + samples);
    }
  }

  /** Bytes of a row. */
  int rowBytes() {
    return Math.multiplyExact(width, samples);
  }
}
