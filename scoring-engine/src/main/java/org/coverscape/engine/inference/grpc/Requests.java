package org.coverscape.engine.inference.grpc;

import com.google.protobuf.UnsafeByteOperations;
import org.coverscape.proto.serving.GetModelMetadataRequest;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;

/**
 * Words questions as Project Brainwave's services expect them: one encoded image in a string tensor
 * of shape [1], named {@code images}. Thread-safe.
 */
final class Requests {
  private static final String INPUT = "images";
  private static final TensorShapeProto ONE =
      TensorShapeProto.newBuilder()
          .addDim(TensorShapeProto.Dim.newBuilder().setSize(1).build())
          .build();

  private final PredictRequest predict;
  private final GetModelMetadataRequest metadata;

  Requests(String modelName) {
    PredictRequest.Builder question = PredictRequest.newBuilder();
    GetModelMetadataRequest.Builder about =
        GetModelMetadataRequest.newBuilder().addMetadataField("signature_def");
    if (!modelName.isEmpty()) {
      ModelSpec model = ModelSpec.newBuilder().setName(modelName).build();
      question.setModelSpec(model);
      about.setModelSpec(model);
    }
    predict = question.build();
    metadata = about.build();
  }

  /** Asks for the scores of an image file; the bytes are not copied, and must not change. */
  PredictRequest predict(byte[] image) {
    TensorProto images =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_STRING)
            .setTensorShape(ONE)
            .addStringVal(UnsafeByteOperations.unsafeWrap(image))
            .build();
    return predict.toBuilder().putInputs(INPUT, images).build();
  }

  /** Asks what the model is. */
  GetModelMetadataRequest metadata() {
    return metadata;
  }
}
