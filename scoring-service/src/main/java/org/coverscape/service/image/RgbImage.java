package org.coverscape.service.image;

/** A decoded picture: 8-bit red, green and blue, row by row from the top left. */
final class RgbImage {
  /** The most pixels an image may have; more is taken for a decompression bomb. */
  static final int MAX_PIXELS = 4 << 20;

  private final int width;
  private final int height;
  private final byte[] rgb;

  /** Takes over the array, whose length is {@code 3 × width × height}. */
  RgbImage(int width, int height, byte[] rgb) {
    if (rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          rgb.length + " bytes are no " + width + " × " + height + " RGB image");
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * Refuses sizes that no chip has, before anything of that size is allocated.
   *
   * @throws ImageFault when the image is empty or has more than {@link #MAX_PIXELS}
   */
  static void checkSize(long width, long height) throws ImageFault {
    if (width < 1 || height < 1 || width > MAX_PIXELS || width * height > MAX_PIXELS) {
      throw new ImageFault(
          "The image is "
              + width
              + " × "
              + height
              + " px; send images of at most 2048 × 2048 px in area, best of 224 × 224 px.");
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The pixels themselves, not a copy. */
  byte[] rgb() {
    return rgb;
  }

  /** Sample {@code band} (0 red, 1 green, 2 blue) of a pixel, 0 to 255. */
  int sample(int x, int y, int band) {
    return rgb[3 * (y * width + x) + band] & 0xff;
  }
}
