package org.coverscape.service.grpc;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.image.ChipSource;

/**
 * The images of a {@code Predict} request: the input named {@code images}, or the only one.
 *
 * <ul>
 *   <li>{@code DT_STRING [N]}: a PNG or JPEG file in each {@code string_val};
 *   <li>{@code DT_FLOAT} or {@code DT_UINT8}, {@code [N,224,224,3]} or {@code [224,224,3]}: see
 *       {@link PixelTensor}.
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
    return tensor.getDtype() == DataType.DT_STRING ? encoded(tensor) : PixelTensor.chips(tensor);
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
      chips.add(() -> ChipSource.encoded(file.toByteArray()).pixels());
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
