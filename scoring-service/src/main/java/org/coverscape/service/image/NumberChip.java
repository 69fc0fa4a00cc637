package org.coverscape.service.image;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A chip that came as numbers 0 to 255, which are rounded to whole ones and cut off at both ends.
 *
 * @param values the numbers of a whole tensor
 * @param first the place of the chip's first number among them
 * @param bytesEach 4 where they stand for 32-bit floats, 1 where they stand for bytes
 */
public record NumberChip(Values values, int first, int bytesEach) implements ChipSource {
  /** Numbers by their place in a tensor. */
  @FunctionalInterface
  public interface Values {
    /** The number at a place. */
    float get(int index);
  }

  @Override
  public byte[] pixels() throws ImageFault {
    byte[] pixels = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      float value = values.get(first + i);
      if (Float.isNaN(value)) {
        throw new ImageFault("The image has a pixel that is not a number; send values 0 to 255.");
      }
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return pixels;
  }

  @Override
  public ByteString received() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES * bytesEach).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < BYTES; i++) {
      if (bytesEach == Float.BYTES) {
        bytes.putFloat(values.get(first + i));
      } else {
        bytes.put((byte) values.get(first + i));
      }
    }
    return UnsafeByteOperations.unsafeWrap(bytes.flip());
  }
}
