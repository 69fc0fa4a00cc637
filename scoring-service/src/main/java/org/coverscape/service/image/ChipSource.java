package org.coverscape.service.image;

/**
 * One chip of a request, decoded only when a worker asks for it, so that decoding runs beside
 * scoring and never on the network's threads.
 */
@FunctionalInterface
public interface ChipSource {
  /** The side of a chip in pixels. */
  int SIZE = 224;

  /** The bytes of a chip: {@code SIZE × SIZE} pixels of red, green, blue, row by row. */
  int BYTES = SIZE * SIZE * 3;

  /**
   * The chip's pixels, {@link #BYTES} long, 8-bit RGB, row by row from the top left.
   *
   * @throws ImageFault when the image cannot be used
   */
  byte[] pixels() throws ImageFault;

  /**
   * A chip in a PNG or JPEG file; an image of another size is brought to 224 px by {@link
   * CentreCrop}.
   */
  static ChipSource encoded(byte[] file) {
    return () -> CentreCrop.of(ImageDecoder.decode(file));
  }
}
