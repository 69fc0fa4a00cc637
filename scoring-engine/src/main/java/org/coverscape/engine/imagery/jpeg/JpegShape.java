package org.coverscape.engine.imagery.jpeg;

/**
 * What a stream must hold; one that holds anything else is damaged. Memory is taken by this, never
 * by what a stream says of itself.
 *
 * @param width columns, 1 to 65,535
 * @param height rows, 1 to 65,535
 * @param components samples of a pixel, 1 to 4
 */
public record JpegShape(int width, int height, int components) {
  private static final int MOST = 65_535;

  /** Checks the limits of the format, and that an array can hold the pixels. */
  public JpegShape {
    if (width < 1 || width > MOST || height < 1 || height > MOST) {
      throw new IllegalArgumentException("size " + width + " x " + height);
    }
    if (components < 1 || components > 4) {
      throw new IllegalArgumentException("components " + components);
    }
    if ((long) width * height * components > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException("too many samples");
    }
  }

  /** Bytes of all pixels, one for each sample. */
  public int bytes() {
    return width * height * components;
  }
}
