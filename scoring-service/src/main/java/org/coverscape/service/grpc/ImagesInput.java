package org.coverscape.service.grpc;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.EncodedChip;

/**
 * The images of a {@code Predict} request: the input named {@code images}, or the only one.
 *
 * <ul>
 *   <li>{@code DT_STRING [N]}: a PNG or JPEG file in each {@code string_val};
 *   <li>{@code DT_FLOAT} or {@code DT_UINT8}, {@code [N,224,224,3]} or {@code [224,224,3]}: pixels
 *       in {@code float_val} or {@code int_val}, or in {@code tensor_content}; see {@link
 *       PixelTensor}.
 * </ul>
 */
final class ImagesInput {
  static final String NAME = "images";

  /** The most images in one request. */
  static final int MAX_IMAGES = 64;

  private ImagesInput() {}

  /**
   * The images, in order, none of them decoded yet.
   *
   * @throws RequestFault when there are none, too many, or they come in no form named above
   */
  static List<ChipSource> of(PredictRequest request) throws RequestFault {
    TensorProto tensor = tensor(request.getInputsMap());
    return switch (tensor.getDtype()) {
      case DT_STRING -> encoded(tensor);
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
    Shape shape = Shape.of(tensor);
    return tensor.getTensorContent().isEmpty()
        ? PixelTensor.numbers(shape, tensor.getFloatValCount(), 4, i -> tensor.getFloatVal(i))
        : PixelTensor.floats(shape, tensor.getTensorContent());
  }

  private static List<ChipSource> bytes(TensorProto tensor) throws RequestFault {
    Shape shape = Shape.of(tensor);
    return tensor.getTensorContent().isEmpty()
        ? PixelTensor.numbers(shape, tensor.getIntValCount(), 1, i -> tensor.getIntVal(i))
        : PixelTensor.bytes(shape, tensor.getTensorContent());
  }

  private static TensorProto tensor(Map<String, TensorProto> inputs) throws RequestFault {
    TensorProto images = inputs.get(NAME);
    if (images != null) {
      return images;
    }
    if (inputs.size() == 1) {
      return inputs.values().iterator().next();
    }
    throw new RequestFault("The request has no input named images; put the images there.");
  }

  private static List<ChipSource> encoded(TensorProto tensor) throws RequestFault {
    checkCount(tensor.getStringValCount());
    Shape shape = Shape.of(tensor);
    if (shape.rank() > 0 && shape.elements() != tensor.getStringValCount()) {
      throw new RequestFault(
          "The shape "
              + shape
              + " does not fit the "
              + tensor.getStringValCount()
              + " images that came; give the shape [N] for N images.");
    }
    List<ChipSource> chips = new ArrayList<>(tensor.getStringValCount());
    for (ByteString file : tensor.getStringValList()) {
      chips.add(new EncodedChip(file));
    }
    return chips;
  }

  static void checkCount(long images) throws RequestFault {
    if (images < 1 || images > MAX_IMAGES) {
      throw new RequestFault(
          "The request holds " + images + " images; send 1 to " + MAX_IMAGES + " at a time.");
    }
  }
}
