package org.coverscape.service.grpc;

import com.google.protobuf.ByteString;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.coverscape.service.image.ByteChip;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.NumberChip;

/**
 * Chips that come as pixels: red, green, blue, row by row, shape {@code [N,224,224,3]} or {@code
 * [224,224,3]}; as bytes, as little-endian 32-bit floats, or as numbers of a message. Numbers are 0
 * to 255, rounded to whole ones and cut off at both ends.
 *
 * <p>Every method throws {@link RequestFault} when shape and number of values do not fit together,
 * and converts nothing yet.
 */
final class PixelTensor {
  private PixelTensor() {}

  /** Chips of 8-bit samples. */
  static List<ChipSource> bytes(Shape shape, ByteString content) throws RequestFault {
    return slices(
        shape,
        content.size(),
        chip ->
            new ByteChip(
                content.substring(chip * ChipSource.BYTES, (chip + 1) * ChipSource.BYTES)));
  }

  /** Chips of floats in bytes. */
  static List<ChipSource> floats(Shape shape, ByteString content) throws RequestFault {
    FloatBuffer values =
        content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    return slices(
        shape,
        content.size() / (double) Float.BYTES,
        chip -> new NumberChip(values::get, chip * ChipSource.BYTES, Float.BYTES));
  }

  /**
   * Chips of numbers in a message.
   *
   * @param bytesEach 4 where they stand for floats, 1 where they stand for bytes
   */
  static List<ChipSource> numbers(Shape shape, int count, int bytesEach, NumberChip.Values values)
      throws RequestFault {
    return slices(shape, count, chip -> new NumberChip(values, chip * ChipSource.BYTES, bytesEach));
  }

  private static List<ChipSource> slices(Shape shape, double values, IntFunction<ChipSource> slice)
      throws RequestFault {
    checkChips(shape);
    long images = shape.elements() / ChipSource.BYTES;
    ImagesInput.checkCount(images);
    if (values != shape.elements()) {
      throw new RequestFault(
          "The images hold fewer or more values than their shape " + shape + " needs.");
    }
    List<ChipSource> chips = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      chips.add(slice.apply(i));
    }
    return chips;
  }

  private static void checkChips(Shape shape) throws RequestFault {
    boolean fits =
        (shape.rank() == 3 || shape.rank() == 4)
            && shape.fromLast(0) == 3
            && shape.fromLast(1) == ChipSource.SIZE
            && shape.fromLast(2) == ChipSource.SIZE
            && shape.elements() >= 0;
    if (!fits) {
      throw new RequestFault(
          "The images have the shape " + shape + "; send pixels as [N,224,224,3].");
    }
  }
}
