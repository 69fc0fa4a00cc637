package org.coverscape.engine.inference.grpc;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.InputSpec.Dtype;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferRequest.InferInputTensor;

/**
 * The input of a {@code ModelInfer} call. Thread-safe.
 *
 * @param name of the input
 * @param encoding never {@code AUTO}
 * @param dtype of pixels
 * @param contents typed or raw
 * @param shape of a call
 * @param pixels their preparation
 */
record V2Input(
    String name,
    Encoding encoding,
    Dtype dtype,
    Contents contents,
    InputShape shape,
    Pixels pixels) {

  /** Puts chips into a question. */
  void put(List<Chip> chips, ModelInferRequest.Builder question) {
    InferInputTensor.Builder tensor =
        InferInputTensor.newBuilder()
            .setName(name)
            .setDatatype(encoding == Encoding.TENSOR ? dtype.name() : "BYTES")
            .addAllShape(shape.sizes(chips.size()));
    if (contents == Contents.RAW) {
      question.addInputs(tensor).addRawInputContents(raw(chips));
    } else {
      question.addInputs(tensor.setContents(typed(chips)));
    }
  }

  private ByteString raw(List<Chip> chips) {
    if (encoding != Encoding.TENSOR) {
      return ImageFiles.packed(files(chips));
    }
    return dtype == Dtype.UINT8 ? pixels.bytes(chips) : pixels.packedFloats(chips);
  }

  private InferTensorContents typed(List<Chip> chips) {
    InferTensorContents.Builder numbers = InferTensorContents.newBuilder();
    if (encoding != Encoding.TENSOR) {
      numbers.addAllBytesContents(files(chips));
    } else if (dtype == Dtype.UINT8) {
      pixels.eachByte(chips, numbers::addUintContents);
    } else {
      pixels.eachFloat(chips, numbers::addFp32Contents);
    }
    return numbers.build();
  }

  private List<ByteString> files(List<Chip> chips) {
    return chips.stream().map(chip -> ImageFiles.file(chip, encoding)).toList();
  }

  /** In a few words, for a table. */
  String words() {
    String form = encoding == Encoding.TENSOR ? dtype + " " + shape.layout() : encoding.name();
    return (form + " " + contents).toLowerCase(Locale.ROOT);
  }
}
