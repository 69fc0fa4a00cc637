package org.coverscape.service.grpc;

import com.google.protobuf.ByteString;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.ImageFault;

/**
 * Chips that come as pixels: red, green, blue, row by row, shape {@code [N,224,224,3]} or {@code
 * [224,224,3]}.
 *
 * <p>{@code DT_FLOAT} in {@code float_val} or little-endian {@code tensor_content}, values 0 to
 * 255, rounded to whole numbers and cut off at both ends; {@code DT_UINT8} in {@code
 * tensor_content} or {@code int_val}.
 */
final class PixelTensor {
  private PixelTensor() {}

  /**
   * The chips of a tensor, in order, none of them converted yet.
   *
   * @throws RequestFault when type, shape and number of values do not fit together
   */
  static List<ChipSource> chips(TensorProto tensor) throws RequestFault {
    return switch (tensor.getDtype()) {
      case DT_FLOAT -> floats(tensor);
      case DT_UINT8 -> bytes(tensor);
      default ->
          throw new RequestFault(
              "The images are of type "
                  + tensor.getDtype()
                  + "; send DT_STRING with PNG or JPEG files, DT_FLOAT or DT_UINT8.");
    };
  }

  private static List<ChipSource> floats(TensorProto tensor) throws RequestFault {
    ByteString content = tensor.getTensorContent();
    if (content.isEmpty()) {
      return slices(
          tensor,
          tensor.getFloatValCount(),
          chip -> () -> rounded(chip, i -> tensor.getFloatVal(i)));
    }
    FloatBuffer values =
        content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    return slices(tensor, content.size() / 4.0, chip -> () -> rounded(chip, values::get));
  }

  private static List<ChipSource> bytes(TensorProto tensor) throws RequestFault {
    ByteString content = tensor.getTensorContent();
    if (content.isEmpty()) {
      return slices(
          tensor, tensor.getIntValCount(), chip -> () -> rounded(chip, i -> tensor.getIntVal(i)));
    }
    return slices(
        tensor,
        content.size(),
        chip ->
            () ->
                content
                    .substring(chip * ChipSource.BYTES, (chip + 1) * ChipSource.BYTES)
                    .toByteArray());
  }

  private static List<ChipSource> slices(
      TensorProto tensor, double values, IntFunction<ChipSource> slice) throws RequestFault {
    Shape shape = Shape.of(tensor);
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

  /** Values by their place in the whole tensor. */
  @FunctionalInterface
  private interface Values {
    float get(int index);
  }

  private static byte[] rounded(int chip, Values values) throws ImageFault {
    byte[] pixels = new byte[ChipSource.BYTES];
    int from = chip * ChipSource.BYTES;
    for (int i = 0; i < pixels.length; i++) {
      float value = values.get(from + i);
      if (Float.isNaN(value)) {
        throw new ImageFault("The image has a pixel that is not a number; send values 0 to 255.");
      }
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return pixels;
  }
}
