package org.coverscape.service.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.coverscape.proto.inference.ModelMetadataResponse.TensorMetadata;
import org.coverscape.proto.inference.ServerMetadataResponse;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;

/** The answers of the service as messages of the Open Inference Protocol v2. */
final class Inferences {
  private static final String SERVER = "coverscape-scoring-service";
  private static final String PLATFORM = "onnxruntime_onnx";
  private static final String FLOATS = "FP32";

  private final ModelIdentity model;

  Inferences(ModelIdentity model) {
    this.model = model;
  }

  /** Which server this is; its version is that of the jar, where it runs from one. */
  ServerMetadataResponse server() {
    String release = Inferences.class.getPackage().getImplementationVersion();
    return ServerMetadataResponse.newBuilder()
        .setName(SERVER)
        .setVersion(release == null ? "0" : release)
        .build();
  }

  /** What a client can send for this output, and gets back. */
  ModelMetadataResponse metadata(ModelOutput output, int width) {
    return ModelMetadataResponse.newBuilder()
        .setName(model.name())
        .addVersions(model.of(output).versionLabel())
        .setPlatform(PLATFORM)
        .addInputs(
            TensorMetadata.newBuilder()
                .setName(ImagesInput.NAME)
                .setDatatype(InferInput.FILES)
                .addShape(-1))
        .addOutputs(
            TensorMetadata.newBuilder()
                .setName(output.tensor())
                .setDatatype(FLOATS)
                .addAllShape(shape(-1, output, width)))
        .build();
  }

  /**
   * Refuses a request for outputs that this model does not have.
   *
   * @throws RequestFault when it names one
   */
  static void checkOutputs(ModelInferRequest request, ModelOutput output) throws RequestFault {
    for (var wanted : request.getOutputsList()) {
      if (!wanted.getName().equals(output.tensor())) {
        throw new RequestFault(
            "The model has no output named '"
                + wanted.getName()
                + "'; ask for "
                + output.tensor()
                + ", or name none.");
      }
    }
  }

  /** The numbers for each image, row by row, in raw little-endian contents or in typed ones. */
  ModelInferResponse answer(
      String id, ModelOutput output, int width, List<float[]> answers, boolean raw) {
    ModelInferResponse.Builder response =
        ModelInferResponse.newBuilder()
            .setModelName(model.name())
            .setModelVersion(model.of(output).versionLabel())
            .setId(id);
    var tensor =
        response
            .addOutputsBuilder()
            .setName(output.tensor())
            .setDatatype(FLOATS)
            .addAllShape(shape(answers.size(), output, width));
    if (raw) {
      response.addRawOutputContents(bytes(answers, width));
    } else {
      tensor.setContents(floats(answers));
    }
    return response.build();
  }

  private static List<Long> shape(long images, ModelOutput output, int width) {
    return output == ModelOutput.DENSE
        ? LongStream.of(Shape.dense(images, width)).boxed().toList()
        : List.of(images, (long) width);
  }

  private static ByteString bytes(List<float[]> answers, int width) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * width * answers.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] answer : answers) {
      for (float number : answer) {
        bytes.putFloat(number);
      }
    }
    return UnsafeByteOperations.unsafeWrap(bytes.flip());
  }

  private static InferTensorContents floats(List<float[]> answers) {
    InferTensorContents.Builder contents = InferTensorContents.newBuilder();
    for (float[] answer : answers) {
      for (float number : answer) {
        contents.addFp32Contents(number);
      }
    }
    return contents.build();
  }
}
