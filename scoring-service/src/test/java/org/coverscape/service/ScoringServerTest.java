package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.coverscape.proto.serving.GetModelMetadataRequest;
import org.coverscape.proto.serving.GetModelMetadataResponse;
import org.coverscape.proto.serving.GetModelStatusRequest;
import org.coverscape.proto.serving.ModelServiceGrpc;
import org.coverscape.proto.serving.ModelVersionStatus;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.SignatureDefMap;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.SignatureDef;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.emulation.FpgaSyntax;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.OnnxModel;
import org.coverscape.service.model.TinyNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringServerTest {
  private final ScoringServer server;
  private final TestClient client;

  ScoringServerTest() throws StartFault, ModelFault {
    server = TestServers.tiny();
    client = new TestClient(server.port());
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static PredictRequest twoChips() {
    return TestClient.images(
        List.of(
            TestImages.storedPng(TestImages.noise(1)), TestImages.storedPng(TestImages.noise(2))));
  }

  @Test
  void answersWithScoresInFloatVal() {
    PredictResponse response = client.stub().predict(twoChips());
    assertEquals(1, response.getOutputsCount());
    TensorProto scores = response.getOutputsOrThrow("output_alias");
    assertEquals(DataType.DT_FLOAT, scores.getDtype());
    assertEquals(List.of(2L, 6L), TestClient.sizes(scores));
    assertEquals(12, scores.getFloatValCount());
    assertTrue(scores.getTensorContent().isEmpty());
    assertEquals("tiny", response.getModelSpec().getName());
    assertEquals(7, response.getModelSpec().getVersion().getValue());
  }

  @Test
  void theModelsNameChoosesTheOutput() {
    TensorProto features = client.output(TestClient.named(twoChips(), "features"));
    assertEquals(List.of(2L, 1L, 1L, (long) TinyNetwork.FEATURES), TestClient.sizes(features));
    assertEquals(2 * TinyNetwork.FEATURES, features.getFloatValCount());
    List<Float> scores = client.answer(twoChips());
    for (String name : List.of("scores", "tiny", "resnet50", "")) {
      assertEquals(scores, client.answer(TestClient.named(twoChips(), name)));
    }
  }

  @Test
  void aSoleInputMayHaveAnyName() {
    TensorProto images = twoChips().getInputsOrThrow("images");
    assertEquals(
        client.answer(twoChips()), client.answer(TestClient.request("Placeholder", images)));
  }

  @Test
  void metadataTellsTheSignature() throws InvalidProtocolBufferException {
    GetModelMetadataResponse response =
        client
            .stub()
            .getModelMetadata(
                GetModelMetadataRequest.newBuilder().addMetadataField("signature_def").build());
    assertEquals("tiny", response.getModelSpec().getName());
    var packed = response.getMetadataOrThrow("signature_def");
    assertEquals("type.googleapis.com/tensorflow.serving.SignatureDefMap", packed.getTypeUrl());
    SignatureDef signature =
        packed.unpack(SignatureDefMap.class).getSignatureDefOrThrow("serving_default");
    assertEquals("tensorflow/serving/predict", signature.getMethodName());
    assertEquals(DataType.DT_STRING, signature.getInputsOrThrow("images").getDtype());
    var output = signature.getOutputsOrThrow("output_alias");
    assertEquals(DataType.DT_FLOAT, output.getDtype());
    assertEquals(-1, output.getTensorShape().getDim(0).getSize());
    assertEquals(6, output.getTensorShape().getDim(1).getSize());
  }

  @Test
  void unknownMetadataIsRefused() {
    GetModelMetadataRequest request =
        GetModelMetadataRequest.newBuilder().addMetadataField("graph").build();
    StatusRuntimeException refusal =
        assertThrows(StatusRuntimeException.class, () -> client.stub().getModelMetadata(request));
    assertEquals(Status.Code.INVALID_ARGUMENT, refusal.getStatus().getCode());
  }

  @Test
  void modelIsAvailable() {
    var response =
        ModelServiceGrpc.newBlockingStub(client.channel())
            .getModelStatus(GetModelStatusRequest.getDefaultInstance());
    assertEquals(1, response.getModelVersionStatusCount());
    assertEquals(7, response.getModelVersionStatus(0).getVersion());
    assertEquals(ModelVersionStatus.State.AVAILABLE, response.getModelVersionStatus(0).getState());
  }

  @Test
  void healthChecksSayServing() {
    for (String service :
        List.of(
            "",
            "tensorflow.serving.PredictionService",
            "tensorflow.serving.ModelService",
            "inference.GRPCInferenceService")) {
      var answer =
          HealthGrpc.newBlockingStub(client.channel())
              .check(HealthCheckRequest.newBuilder().setService(service).build());
      assertEquals(ServingStatus.SERVING, answer.getStatus());
    }
  }

  @Test
  void watchersHearOfTheEndFirst() throws InterruptedException {
    BlockingQueue<ServingStatus> heard = new LinkedBlockingQueue<>();
    HealthGrpc.newStub(client.channel())
        .watch(HealthCheckRequest.getDefaultInstance(), new HealthWatch(heard));
    assertEquals(ServingStatus.SERVING, heard.poll(10, TimeUnit.SECONDS));
    server.close();
    assertEquals(ServingStatus.NOT_SERVING, heard.poll(10, TimeUnit.SECONDS));
  }

  /** Notes each status; how the watch ends does not matter. */
  private record HealthWatch(BlockingQueue<ServingStatus> heard)
      implements StreamObserver<HealthCheckResponse> {
    @Override
    public void onNext(HealthCheckResponse response) {
      heard.add(response.getStatus());
    }

    @Override
    public void onError(Throwable failure) {
      heard.add(ServingStatus.UNRECOGNIZED);
    }

    @Override
    public void onCompleted() {
      heard.add(ServingStatus.UNRECOGNIZED);
    }
  }

  @Test
  void aModelWithoutFeaturesSaysSo() throws StartFault, ModelFault {
    OnnxModel model =
        OnnxModel.of(TinyNetwork.sound().withoutFeatures().bytes(), new ModelIdentity("plain", 1));
    try (ScoringServer plain = ScoringServer.start(TestServers.config(), model);
        TestClient other = new TestClient(plain.port())) {
      PredictRequest request = TestClient.named(twoChips(), "features");
      StatusRuntimeException refusal =
          assertThrows(StatusRuntimeException.class, () -> other.stub().predict(request));
      assertEquals(Status.Code.INVALID_ARGUMENT, refusal.getStatus().getCode());
      assertEquals(
          "The model plain:1 answers with scores only; do not ask for features.",
          refusal.getStatus().getDescription());
    }
  }

  @Test
  void closingTwiceIsHarmlessAndFreesThePort() throws StartFault, ModelFault {
    int port = server.port();
    server.close();
    server.close();
    try (ScoringServer next =
        ScoringServer.start(
            ServerConfig.loopback(port).withWorkers(1, 8), TestServers.tinyModel())) {
      assertEquals(port, next.port());
    }
  }

  @Test
  void aTakenPortIsOneSentence() {
    ServerConfig config = ServerConfig.loopback(server.port()).withWorkers(1, 8);
    StartFault fault =
        assertThrows(StartFault.class, () -> ScoringServer.start(config, TestServers.tinyModel()));
    assertTrue(String.valueOf(fault.getMessage()).contains("choose another --port"));
  }

  @Test
  void anotherModelIsAnotherIdentity(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.onnx");
    Files.write(file, TinyNetwork.sound().bytes());
    try (ScoringServer mine = ScoringServer.start(TestServers.config().withModel(file))) {
      assertEquals("mine", mine.model().name());
      assertNotEquals(server.model().version(), mine.model().version());
    }
  }

  /** A port that is taken would be told of first, if it were listened on first. */
  @Test
  void theNetworkIsCheckedBeforeTheServiceListens(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("tiny.onnx"), TinyNetwork.sound().bytes());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerConfig config = ServerConfig.loopback(taken.getLocalPort()).withModel(file);
      Consumer<ModelIdentity> check =
          model -> {
            throw new IllegalStateException("not " + model.name());
          };
      assertEquals(
          "not tiny",
          assertThrows(IllegalStateException.class, () -> ScoringServer.start(config, check))
              .getMessage());
      assertEquals(
          "not tiny",
          assertThrows(
                  IllegalStateException.class,
                  () ->
                      EmulatedServers.start(
                          config, FpgaSyntax.parse("rate=max,answers=real"), 1, check))
              .getMessage());
    }
  }
}
