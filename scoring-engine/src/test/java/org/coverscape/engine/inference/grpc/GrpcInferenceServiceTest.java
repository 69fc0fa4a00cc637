package org.coverscape.engine.inference.grpc;

import static org.coverscape.engine.inference.grpc.Reply.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceFault.Kind;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.StoredPng;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class GrpcInferenceServiceTest {
  private PredictServer server;
  private GrpcInferenceService service;

  @BeforeEach
  void open() throws IOException {
    server = PredictServer.start();
    service = GrpcInferenceService.open(server.endpoint(), GrpcSettings.defaults());
  }

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  private void reopen(GrpcSettings settings) {
    service.close();
    service = GrpcInferenceService.open(server.endpoint(), settings);
  }

  private static ServiceFault fault(CompletableFuture<?> future) {
    ServiceFault fault = Reply.fault(future);
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.endsWith(".") && !message.contains("\n"), message);
    return fault;
  }

  private String here(String rest) {
    return "The service at " + server.endpoint() + rest;
  }

  @Test
  void theQuestionIsTheOneThatBrainwaveExpects() throws Exception {
    get(service.score(TestChips.one(1)));
    PredictRequest request = server.lastRequest;
    assertNotNull(request);
    assertFalse(request.hasModelSpec());
    assertEquals(List.of("images"), List.copyOf(request.getInputsMap().keySet()));
    TensorProto images = request.getInputsOrThrow("images");
    assertEquals(DataType.DT_STRING, images.getDtype());
    assertEquals(1, images.getTensorShape().getDimCount());
    assertEquals(1, images.getTensorShape().getDim(0).getSize());
    assertEquals(1, images.getStringValCount());
    assertArrayEquals(StoredPng.encode(TestChips.chip(1)), images.getStringVal(0).toByteArray());
    assertNull(server.lastAuthorization);
  }

  @Test
  void theModelsNameAndTheKeyAreSentAsTheyAre() throws Exception {
    GrpcSettings settings = GrpcSettings.defaults().withModelName("scores").withKey("s3cret+/=");
    reopen(settings);
    get(service.score(TestChips.one(1)));
    PredictRequest request = server.lastRequest;
    assertNotNull(request);
    assertEquals("scores", request.getModelSpec().getName());
    assertEquals("s3cret+/=", server.lastAuthorization);
    assertFalse(settings.toString().contains("s3cret"));
    assertThrows(IllegalArgumentException.class, () -> settings.withKey("clé"));
  }

  @Test
  void scoresAreReadFromEitherField() throws Exception {
    ChipAnswer expected = ChipAnswer.of(ClassScores.of(PredictServer.SCORES));
    assertEquals(List.of(expected), get(service.score(TestChips.one(1))));

    server.answering(PredictServer.response(PredictServer.SCORES, 6));
    assertEquals(List.of(expected), get(service.score(TestChips.one(1))));

    ByteBuffer packed = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    packed.asFloatBuffer().put(PredictServer.SCORES);
    server.answering(
        PredictServer.response(
            PredictServer.tensor(1, 6).setTensorContent(ByteString.copyFrom(packed)).build()));
    assertEquals(List.of(expected), get(service.score(TestChips.one(1))));
  }

  @Test
  void amongSeveralOutputsTheAliasCounts() throws Exception {
    PredictResponse right = PredictServer.response(PredictServer.SCORES, 1, 6);
    server.answering(
        right.toBuilder()
            .putOutputs("output_alias", right.getOutputsOrThrow("anything"))
            .putOutputs("anything", PredictServer.tensor(1, 2048).build())
            .build());
    assertEquals(
        List.of(ChipAnswer.of(ClassScores.of(PredictServer.SCORES))),
        get(service.score(TestChips.one(1))));

    server.answering(
        right.toBuilder().putOutputs("other", TensorProto.getDefaultInstance()).build());
    assertAnswered("2 results");
    server.answering(PredictResponse.getDefaultInstance());
    assertAnswered("nothing");
  }

  @Test
  void anAnswerOfAnotherShapeIsNamed() {
    server.answering(PredictServer.response(new float[2048], 1, 1, 1, 2048));
    assertAnswered("1 × 1 × 1 × 2048 numbers");
    server.answering(PredictServer.response(new float[5], 1, 5));
    assertAnswered("1 × 5 numbers");
    server.answering(PredictServer.response(new float[12], 2, 6));
    assertAnswered("2 × 6 numbers");
    server.answering(PredictServer.response(new float[6]));
    assertAnswered("a single value");
    server.answering(PredictServer.response(new float[4], 1, 6));
    assertAnswered("a number of scores that is not the one it announced");
    server.answering(
        PredictServer.response(PredictServer.tensor(6).setDtype(DataType.DT_STRING).build()));
    assertAnswered("numbers of the type DT_STRING");
  }

  @Test
  void scoresThatAreNoNumbersAreRefused() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      server.answering(PredictServer.response(new float[] {0, 0, bad, 0, 0, 0}, 1, 6));
      assertAnswered("scores that are no numbers");
    }
  }

  private void assertAnswered(String what) {
    ServiceFault fault = fault(service.score(TestChips.one(1)));
    assertEquals(Kind.UNUSABLE, fault.kind());
    assertEquals(
        here(
            " answered with "
                + what
                + ", not with six class scores; name a service that classifies land cover, or the"
                + " classifier of its features (head)."),
        fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, UNREACHABLE", "DEADLINE_EXCEEDED, TEMPORARY", "ABORTED, TEMPORARY",
    "RESOURCE_EXHAUSTED, OVERLOADED", "UNKNOWN, TEMPORARY", "INTERNAL, TEMPORARY",
    "CANCELLED, TEMPORARY", "INVALID_ARGUMENT, PERMANENT", "UNAUTHENTICATED, PERMANENT",
    "PERMISSION_DENIED, PERMANENT", "NOT_FOUND, PERMANENT", "UNIMPLEMENTED, PERMANENT",
    "FAILED_PRECONDITION, PERMANENT", "OUT_OF_RANGE, PERMANENT", "ALREADY_EXISTS, PERMANENT",
    "DATA_LOSS, PERMANENT"
  })
  void eachStatusHasItsKind(Status.Code code, Kind kind) {
    server.failing(code.toStatus().withDescription("its own\nwords"));
    ServiceFault fault = fault(service.score(TestChips.one(1)));
    assertEquals(kind, fault.kind());
    assertTrue(String.valueOf(fault.getMessage()).contains(server.endpoint().toString()));
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      assertFalse(cause instanceof StatusRuntimeException);
    }
  }

  @Test
  void aLimitOfSizeIsNotTriedAgain() {
    server.failing(
        Status.RESOURCE_EXHAUSTED.withDescription(
            "Received message larger than max (150 vs. 100)"));
    ServiceFault fault = fault(service.score(TestChips.one(1)));
    assertEquals(Kind.PERMANENT, fault.kind());
    assertEquals(here(" has a limit below a chip's size; raise its limit."), fault.getMessage());
  }

  @Test
  void aRefusedKeyAndAMissingOneAreToldApart() {
    server.failing(Status.UNAUTHENTICATED);
    assertEquals(
        here(" asks for a key; give it one."), fault(service.score(TestChips.one(1))).getMessage());
    reopen(GrpcSettings.defaults().withKey("wrong"));
    assertEquals(
        here(" refuses the key; correct it."), fault(service.score(TestChips.one(1))).getMessage());
  }

  @Test
  void aSlowServiceIsCutByTheDeadline() {
    reopen(GrpcSettings.defaults().withDeadline(Duration.ofMillis(300)));
    server.onPredict = (request, observer) -> {};
    ServiceFault fault = fault(service.score(TestChips.one(1)));
    assertEquals(Kind.TEMPORARY, fault.kind());
    assertEquals(here(" did not answer in time."), fault.getMessage());
  }

  @Test
  void cancellingTheFutureCancelsTheCall() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    server.onPredict =
        (request, observer) -> {
          Context.current().addListener(context -> cancelled.countDown(), Runnable::run);
          called.countDown();
        };
    CompletableFuture<List<ChipAnswer>> answer = service.score(TestChips.one(1));
    assertTrue(called.await(10, TimeUnit.SECONDS));
    answer.cancel(true);
    assertTrue(cancelled.await(10, TimeUnit.SECONDS));
  }

  @Test
  void theModelIsNamedByWhoeverTellsIt() throws Exception {
    assertEquals("unnamed", get(service.probe()));
    assertEquals(1, server.predictions.get());

    PredictResponse plain = PredictServer.response(PredictServer.SCORES, 1, 6);
    server.answering(plain.toBuilder().setModelSpec(PredictServer.spec("seen", 3)).build());
    assertEquals("seen:3", get(service.probe()));

    server.named("told", 2);
    assertEquals("told:2", get(service.probe()));

    server.onMetadata = o -> o.onError(Status.INVALID_ARGUMENT.asRuntimeException());
    assertEquals("seen:3", get(service.probe()));
  }

  @Test
  void aServiceThatCannotScoreFailsAtTheProbe() {
    server.named("features", 1);
    server.answering(PredictServer.response(new float[2048], 1, 1, 1, 2048));
    assertEquals(Kind.UNUSABLE, fault(service.probe()).kind());
    server.failing(Status.UNIMPLEMENTED);
    assertEquals(
        here(" does not score images; correct the address."), fault(service.probe()).getMessage());
  }

  @Test
  void aModelThatChangesInMidJobIsNoticed() throws Exception {
    PredictResponse plain = PredictServer.response(PredictServer.SCORES, 1, 6);
    server.answering(plain.toBuilder().setModelSpec(PredictServer.spec("m", 1)).build());
    get(service.probe());
    get(service.score(TestChips.one(1)));
    server.answering(plain.toBuilder().setModelSpec(PredictServer.spec("m", 2)).build());
    assertEquals(Kind.UNREACHABLE, fault(service.score(TestChips.one(2))).kind());
    assertEquals("m:2", get(service.probe()));
    get(service.score(TestChips.one(2)));
  }

  @Test
  void nobodyThereIsSaidInPlainWords() throws Exception {
    ServiceEndpoint gone = server.endpoint();
    server.close();
    assertNobody(service.probe(), gone);
    assertNobody(service.score(TestChips.one(1)), gone);

    ServiceEndpoint unknown = new ServiceEndpoint("no-such-host.invalid", 8500);
    try (GrpcInferenceService nowhere =
        GrpcInferenceService.open(unknown, GrpcSettings.defaults())) {
      assertNobody(nowhere.probe(), unknown);
    }
  }

  @Test
  void anAddressThatAcceptsAndSaysNothingIsNobody() throws Exception {
    try (ServerSocket mute = new ServerSocket(0)) {
      ServiceEndpoint endpoint = new ServiceEndpoint("localhost", mute.getLocalPort());
      GrpcSettings hasty = GrpcSettings.defaults().withDeadline(Duration.ofMillis(200));
      try (GrpcInferenceService nowhere = GrpcInferenceService.open(endpoint, hasty)) {
        assertNobody(nowhere.score(TestChips.one(1)), endpoint);
      }
    }
  }

  @Test
  void aProbeFindsAServiceThatCameBackAtOnce() throws Exception {
    get(service.probe());
    int port = server.endpoint().port();
    server.close();
    for (int i = 0; i < 5; i++) {
      assertEquals(Kind.UNREACHABLE, fault(service.score(TestChips.one(i))).kind());
      assertEquals(Kind.UNREACHABLE, fault(service.probe()).kind());
    }
    server = PredictServer.startAt(port);
    assertEquals("unnamed", get(service.probe()));
    get(service.score(TestChips.one(1)));
  }

  private static void assertNobody(CompletableFuture<?> answer, ServiceEndpoint endpoint) {
    ServiceFault fault = fault(answer);
    assertEquals(Kind.UNREACHABLE, fault.kind());
    assertEquals("No service answers at " + endpoint + ".", fault.getMessage());
  }

  @Test
  void anAnswerThatBreaksTheReaderStillEndsTheCall() {
    try (Wire wire = new Wire(ServiceSpec.of(server.endpoint()))) {
      CompletableFuture<String> answer =
          wire.ask(
              PredictionServiceGrpc.getPredictMethod(),
              PredictRequest.getDefaultInstance(),
              response -> {
                throw new OutOfMemoryError("a test");
              });
      ExecutionException end =
          assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
      assertInstanceOf(OutOfMemoryError.class, end.getCause());
    }
  }
}
