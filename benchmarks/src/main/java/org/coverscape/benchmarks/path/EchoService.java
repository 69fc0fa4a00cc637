package org.coverscape.benchmarks.path;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.util.zip.CRC32;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc.PredictionServiceImplBase;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;

/** Answers at once with six scores that hang on the bytes of the image alone. Thread-safe. */
final class EchoService extends PredictionServiceImplBase {
  private static final int CLASSES = 6;
  private static final TensorShapeProto SHAPE =
      TensorShapeProto.newBuilder()
          .addDim(TensorShapeProto.Dim.newBuilder().setSize(1).build())
          .addDim(TensorShapeProto.Dim.newBuilder().setSize(CLASSES).build())
          .build();

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictResponse> answer) {
    ByteString image = request.getInputsOrThrow("images").getStringVal(0);
    CRC32 hash = new CRC32();
    image.asReadOnlyByteBufferList().forEach(hash::update);
    answer.onNext(
        PredictResponse.newBuilder()
            .setModelSpec(ModelSpec.newBuilder().setName("echo"))
            .putOutputs("output_alias", scores(hash.getValue()))
            .build());
    answer.onCompleted();
  }

  private static TensorProto scores(long hash) {
    TensorProto.Builder scores =
        TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(SHAPE);
    for (int i = 0; i < CLASSES; i++) {
      scores.addFloatVal(i == hash % CLASSES ? 0.5f + (hash >> 8 & 255) / 512f : 0.0625f / CLASSES);
    }
    return scores.build();
  }
}
