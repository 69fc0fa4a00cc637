package org.coverscape.engine.inference.grpc;

import com.google.protobuf.ByteString;
import java.util.List;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelInferResponse.InferOutputTensor;

/** Reads what {@code ModelInfer} answers, typed or raw. Thread-safe. */
final class V2Answers {
  private final AnswerReader reader;
  private final String output;

  /** A reader of the result of a name; an empty name takes the only one. */
  V2Answers(AnswerReader reader, String output) {
    this.reader = reader;
    this.output = output;
  }

  /**
   * The scores in an answer.
   *
   * @param rows images that were sent
   * @param wanted how many of them count
   */
  Answer read(ModelInferResponse response, int rows, int wanted) {
    int index = index(response.getOutputsList());
    InferOutputTensor tensor = response.getOutputs(index);
    int count = reader.count(rows, tensor.getShapeList());
    float[] values = values(response, index);
    if (values.length != count) {
      throw reader.miscounted();
    }
    return reader.answer(
        identity(response.getModelName(), response.getModelVersion()), values, rows, wanted);
  }

  /** {@code name:version}, {@code name}, or empty. */
  static String identity(String name, String version) {
    return Told.words(name.isEmpty() || version.isEmpty() ? name : name + ":" + version);
  }

  private int index(List<InferOutputTensor> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      if (!output.isEmpty() && outputs.get(i).getName().equals(output)) {
        return i;
      }
    }
    boolean onlyOne =
        outputs.size() == 1 && (output.isEmpty() || outputs.get(0).getName().isEmpty());
    if (!onlyOne) {
      throw reader.fault(
          outputs.isEmpty()
              ? "nothing"
              : output.isEmpty()
                  ? outputs.size() + " results"
                  : "no result called '" + output + "'");
    }
    return 0;
  }

  private float[] values(ModelInferResponse response, int index) {
    InferOutputTensor tensor = response.getOutputs(index);
    InferTensorContents typed = tensor.getContents();
    boolean raw = response.getRawOutputContentsCount() > 0;
    if (raw && (tensor.hasContents() || index >= response.getRawOutputContentsCount())) {
      throw reader.miscounted();
    }
    return switch (tensor.getDatatype()) {
      case "FP32", "" -> raw ? singles(response.getRawOutputContents(index)) : singles(typed);
      case "FP64" -> raw ? doubles(response.getRawOutputContents(index)) : doubles(typed);
      default -> throw reader.fault("numbers of the type " + Told.words(tensor.getDatatype()));
    };
  }

  private float[] singles(ByteString packed) {
    checkWhole(packed, Float.BYTES);
    return Floats.ofSingles(packed);
  }

  private float[] doubles(ByteString packed) {
    checkWhole(packed, Double.BYTES);
    return Floats.ofDoubles(packed);
  }

  private void checkWhole(ByteString packed, int size) {
    if (packed.size() % size != 0) {
      throw reader.miscounted();
    }
  }

  private static float[] singles(InferTensorContents typed) {
    float[] values = new float[typed.getFp32ContentsCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = typed.getFp32Contents(i);
    }
    return values;
  }

  private static float[] doubles(InferTensorContents typed) {
    float[] values = new float[typed.getFp64ContentsCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) typed.getFp64Contents(i);
    }
    return values;
  }
}
