package org.coverscape.service.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Int64Value;
import java.util.List;
import org.coverscape.proto.serving.GetModelMetadataResponse;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.SignatureDefMap;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.SignatureDef;
import org.coverscape.proto.tensorflow.TensorInfo;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;

/** The answers of the service as messages. */
final class Answers {
  /** The name of the one output, as Project Brainwave's services had it. */
  static final String OUTPUT = "output_alias";

  /** The one kind of metadata TensorFlow Serving has. */
  static final String SIGNATURES = "signature_def";

  private static final String SIGNATURE = "serving_default";

  private final ModelIdentity model;

  /** Answers of one model. */
  Answers(ModelIdentity model) {
    this.model = model;
  }

  /** The version is a number, as everywhere in TensorFlow Serving, or a label that names a head. */
  private ModelSpec spec(ModelOutput output) {
    ModelIdentity whose = model.of(output);
    ModelSpec.Builder spec = ModelSpec.newBuilder().setName(whose.name());
    return whose.head().isEmpty()
        ? spec.setVersion(Int64Value.of(whose.version())).build()
        : spec.setVersionLabel(whose.versionLabel()).build();
  }

  /** Answers in {@code float_val}, the only place where the 2018 C# client looks. */
  PredictResponse prediction(ModelOutput output, int width, List<float[]> answers) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_FLOAT)
            .setTensorShape(shape(answers.size(), output, width));
    for (float[] answer : answers) {
      for (float number : answer) {
        tensor.addFloatVal(number);
      }
    }
    return PredictResponse.newBuilder()
        .putOutputs(OUTPUT, tensor.build())
        .setModelSpec(spec(output))
        .build();
  }

  /** What a client can ask of this output, and gets back. */
  GetModelMetadataResponse metadata(ModelOutput output, int width) {
    SignatureDef signature =
        SignatureDef.newBuilder()
            .putInputs(
                ImagesInput.NAME, tensor(ImagesInput.NAME, DataType.DT_STRING, Shape.proto(-1)))
            .putOutputs(OUTPUT, tensor(OUTPUT, DataType.DT_FLOAT, shape(-1, output, width)))
            .setMethodName("tensorflow/serving/predict")
            .build();
    SignatureDefMap signatures =
        SignatureDefMap.newBuilder().putSignatureDef(SIGNATURE, signature).build();
    return GetModelMetadataResponse.newBuilder()
        .setModelSpec(spec(output))
        .putMetadata(SIGNATURES, Any.pack(signatures))
        .build();
  }

  private static TensorInfo tensor(String name, DataType type, TensorShapeProto shape) {
    return TensorInfo.newBuilder()
        .setName(name + ":0")
        .setDtype(type)
        .setTensorShape(shape)
        .build();
  }

  private static TensorShapeProto shape(long images, ModelOutput output, int width) {
    return switch (output) {
      case FEATURES -> Shape.proto(images, 1, 1, width);
      case DENSE -> Shape.proto(Shape.dense(images, width));
      case SCORES -> Shape.proto(images, width);
    };
  }
}
