package org.coverscape.service.image;

import com.google.protobuf.ByteString;

/**
 * A chip that came as 8-bit pixels.
 *
 * @param received {@link ChipSource#BYTES} samples: red, green, blue, row by row
 */
public record ByteChip(ByteString received) implements ChipSource {
  /** Checks the length. */
  public ByteChip {
    if (received.size() != BYTES) {
      throw new IllegalArgumentException(received.size() + " bytes are no chip");
    }
  }

  @Override
  public byte[] pixels() {
    return received.toByteArray();
  }
}
