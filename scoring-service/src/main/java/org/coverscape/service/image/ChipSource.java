package org.coverscape.service.image;

import com.google.protobuf.ByteString;

/**
 * One chip of a request, decoded only when a worker asks for it, so that decoding runs beside
 * scoring and never on the network's threads. Thread-safe.
 */
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
   * The chip's own bytes as they were received: the whole file, or its part of a tensor with
   * little-endian numbers.
   */
  ByteString received();
}
