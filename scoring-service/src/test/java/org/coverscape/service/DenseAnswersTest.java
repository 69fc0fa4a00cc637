package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc.GRPCInferenceServiceBlockingStub;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferRequest.InferInputTensor;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelMetadataRequest;
import org.coverscape.proto.inference.ModelReadyRequest;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ColourNetwork;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.OnnxModel;
import org.junit.jupiter.api.Test;

/** The model named {@code dense}, in both protocols. */
class DenseAnswersTest {
  private static final List<Long> TWO = List.of(2L, 7L, 7L, 6L);
  private static final byte[] CHIP = TestImages.noise(3);
  private static final byte[] OTHER = TestImages.smooth(224, 224);

  private static ScoringServer colours() throws Exception {
    return ScoringServer.start(
        TestServers.config(), OnnxModel.of(ColourNetwork.bytes(), new ModelIdentity("colours", 4)));
  }

  private static GRPCInferenceServiceBlockingStub v2(TestClient client) {
    return GRPCInferenceServiceGrpc.newBlockingStub(client.channel())
        .withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  private static ModelInferRequest inference() {
    return ModelInferRequest.newBuilder()
        .setModelName("dense")
        .addInputs(
            InferInputTensor.newBuilder()
                .setName("images")
                .setDatatype("UINT8")
                .addAllShape(List.of(2L, 224L, 224L, 3L)))
        .addRawInputContents(ByteString.copyFrom(CHIP).concat(ByteString.copyFrom(OTHER)))
        .build();
  }

  private static TensorProto predicted(TestClient client, String model) {
    List<byte[]> files = List.of(TestImages.storedPng(CHIP), TestImages.storedPng(OTHER));
    return client.output(TestClient.named(TestClient.images(files), model));
  }

  private static float[] floats(List<Float> values) {
    float[] out = new float[values.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = values.get(i);
    }
    return out;
  }

  @Test
  void bothProtocolsAnswerTheSame() throws Exception {
    try (ScoringServer server = colours();
        TestClient client = new TestClient(server.port())) {
      TensorProto predicted = predicted(client, "dense");
      assertEquals(TWO, TestClient.sizes(predicted));
      ModelInferResponse inferred = v2(client).modelInfer(inference());
      assertEquals("dense", inferred.getOutputs(0).getName());
      assertEquals(TWO, inferred.getOutputs(0).getShapeList());
      float[] raw = new float[2 * 294];
      inferred
          .getRawOutputContents(0)
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(raw);
      assertArrayEquals(floats(predicted.getFloatValList()), raw);
      assertEquals(12, predicted(client, "scores").getFloatValCount());
    }
  }

  @Test
  void theModelSaysWhetherItIsThere() throws Exception {
    try (ScoringServer server = colours();
        TestClient client = new TestClient(server.port())) {
      assertEquals(
          List.of(-1L, 7L, 7L, 6L),
          v2(client)
              .modelMetadata(ModelMetadataRequest.newBuilder().setName("dense").build())
              .getOutputs(0)
              .getShapeList());
      assertTrue(isReady(client));
    }
    try (ScoringServer server = TestServers.tiny();
        TestClient client = new TestClient(server.port())) {
      assertFalse(isReady(client));
      for (Runnable question :
          List.<Runnable>of(
              () -> predicted(client, "dense"),
              () -> v2(client).modelInfer(inference()),
              () ->
                  v2(client)
                      .modelMetadata(ModelMetadataRequest.newBuilder().setName("dense").build()))) {
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class, question::run);
        assertEquals(Status.Code.NOT_FOUND, refusal.getStatus().getCode());
        assertEquals(
            "The model tiny:7 answers for whole images only; do not ask for dense.",
            refusal.getStatus().getDescription());
      }
    }
  }

  private static boolean isReady(TestClient client) {
    return v2(client)
        .modelReady(ModelReadyRequest.newBuilder().setName("dense").build())
        .getReady();
  }
}
