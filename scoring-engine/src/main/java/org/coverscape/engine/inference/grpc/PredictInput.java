package org.coverscape.engine.inference.grpc;

import java.util.List;
import java.util.Locale;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.InputSpec.Dtype;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;

/**
 * The input of a {@code Predict} call: files in {@code string_val}, or pixels in {@code
 * tensor_content} or in {@code float_val} and {@code int_val}. Thread-safe.
 *
 * @param name of the input
 * @param encoding never {@code AUTO}
 * @param dtype of pixels
 * @param contents of pixels
 * @param shape of a call
 * @param pixels their preparation
 */
record PredictInput(
    String name,
    Encoding encoding,
    Dtype dtype,
    Contents contents,
    InputShape shape,
    Pixels pixels) {
  private static final String NAME = "images";

  /** What is configured, and the habits of Project Brainwave for the rest. */
  static PredictInput of(ServiceSpec spec) {
    InputSpec input = spec.input();
    boolean tensor = input.wantsPixels();
    InputShape shape = Shapes.configured(spec, tensor);
    return new PredictInput(
        input.name().isEmpty() ? NAME : input.name(),
        tensor ? Encoding.TENSOR : input.encoding() == Encoding.JPEG ? Encoding.JPEG : Encoding.PNG,
        input.dtype().orElse(Dtype.FP32),
        input.contents().orElse(Contents.RAW),
        shape,
        new Pixels(shape.layout(), input.preprocessing()));
  }

  /** The tensor of a call. */
  TensorProto tensor(List<Chip> chips) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setTensorShape(sizes(chips.size()));
    if (encoding != Encoding.TENSOR) {
      tensor.setDtype(DataType.DT_STRING);
      chips.forEach(chip -> tensor.addStringVal(ImageFiles.file(chip, encoding)));
    } else if (dtype == Dtype.UINT8) {
      tensor.setDtype(DataType.DT_UINT8);
      if (contents == Contents.RAW) {
        tensor.setTensorContent(pixels.bytes(chips));
      } else {
        pixels.eachByte(chips, tensor::addIntVal);
      }
    } else {
      tensor.setDtype(DataType.DT_FLOAT);
      if (contents == Contents.RAW) {
        tensor.setTensorContent(pixels.packedFloats(chips));
      } else {
        pixels.eachFloat(chips, tensor::addFloatVal);
      }
    }
    return tensor.build();
  }

  /** In a few words, for a table. */
  String words() {
    return encoding == Encoding.TENSOR
        ? (dtype + " " + shape.layout()).toLowerCase(Locale.ROOT)
        : encoding.name().toLowerCase(Locale.ROOT);
  }

  private TensorShapeProto sizes(int rows) {
    TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
    for (long size : shape.sizes(rows)) {
      sizes.addDim(TensorShapeProto.Dim.newBuilder().setSize(size).build());
    }
    return sizes.build();
  }
}
