package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.inference.ModelMetadataRequest;
import org.coverscape.proto.inference.ModelReadyRequest;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.FeatureHead;
import org.coverscape.service.model.TinyNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service answers under a head, and with a network that has features alone. */
class ServedOutputsTest {
  private static final PredictRequest CHIP =
      TestClient.images(List.of(TestImages.storedPng(TestImages.noise(1))));

  @TempDir Path folder;

  /** A head whose scores are the first six features. */
  private record FirstSix() implements FeatureHead {
    @Override
    public String featurizer() {
      return "net";
    }

    @Override
    public int features() {
      return TinyNetwork.FEATURES;
    }

    @Override
    public String fingerprint() {
      return "f1rst6";
    }

    @Override
    public float[] scores(float[] row) {
      return Arrays.copyOf(row, 6);
    }
  }

  /** The tiny network without its scores. */
  private ServerConfig featurizer() throws Exception {
    Path file = folder.resolve("net.onnx");
    Files.write(file, TinyNetwork.sound().withoutScores().bytes());
    return TestServers.config().withModel(file);
  }

  @Test
  void aHeadMakesTheScoresAndIsPartOfTheirVersion() throws Exception {
    try (ScoringServer server = ScoringServer.start(featurizer().withHead(new FirstSix()));
        TestClient client = new TestClient(server.port())) {
      PredictResponse scores = client.stub().predict(CHIP);
      PredictResponse features = client.stub().predict(TestClient.named(CHIP, "features"));
      List<Float> row = features.getOutputsOrThrow("output_alias").getFloatValList();
      assertEquals(row.subList(0, 6), scores.getOutputsOrThrow("output_alias").getFloatValList());
      long version = features.getModelSpec().getVersion().getValue();
      assertEquals(version + "+head-f1rst6", scores.getModelSpec().getVersionLabel());
      assertEquals("net:" + version + "+head-f1rst6", server.model().toString());
      var v2 = GRPCInferenceServiceGrpc.newBlockingStub(client.channel());
      assertEquals(
          List.of(version + "+head-f1rst6"),
          v2.modelMetadata(ModelMetadataRequest.getDefaultInstance()).getVersionsList());
      assertEquals(
          List.of(Long.toString(version)),
          v2.modelMetadata(ModelMetadataRequest.newBuilder().setName("features").build())
              .getVersionsList());
    }
  }

  @Test
  void featuresAloneAreTheUsualAnswer() throws Exception {
    try (ScoringServer server = ScoringServer.start(featurizer());
        TestClient client = new TestClient(server.port())) {
      assertEquals(
          List.of(1L, 1L, 1L, (long) TinyNetwork.FEATURES), TestClient.sizes(client.output(CHIP)));
      StatusRuntimeException refusal =
          assertThrows(
              StatusRuntimeException.class, () -> client.answer(TestClient.named(CHIP, "scores")));
      assertEquals(Status.Code.INVALID_ARGUMENT, refusal.getStatus().getCode());
      assertEquals(
          "The model " + server.model() + " answers with features only; do not ask for scores.",
          refusal.getStatus().getDescription());
      var v2 = GRPCInferenceServiceGrpc.newBlockingStub(client.channel());
      assertEquals(false, v2.modelReady(ready("scores")).getReady());
      assertEquals(true, v2.modelReady(ready("features")).getReady());
    }
  }

  private static ModelReadyRequest ready(String name) {
    return ModelReadyRequest.newBuilder().setName(name).build();
  }
}
