package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.classifier.Activation;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.DenseLayer;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceFault.Kind;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferResponse;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Discovery, answers, readiness and identity in the Open Inference Protocol. */
@Timeout(30)
class V2ServiceTest {
  private static final List<String> SIX =
      List.of("barren", "cultivated", "developed", "forested", "herbaceous", "shrub");

  private V2Server server;

  @BeforeEach
  void start() throws IOException {
    server = V2Server.start().taking("x", "UINT8", -1L, 224L, 224L, 3L);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private static ServiceFault fault(CompletableFuture<?> future) {
    Throwable cause =
        assertThrows(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS)).getCause();
    return assertInstanceOf(ServiceFault.class, cause);
  }

  private GrpcInferenceService v2(UnaryOperator<ServiceSpec> change) {
    return server.open(
        spec -> change.apply(spec.withModel(m -> m.withProtocol(ServiceProtocol.V2))));
  }

  private static List<Float> floats(float... values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  @Test
  void whatIsSpokenIsFoundOut() throws Exception {
    try (GrpcInferenceService service = server.open(spec -> spec)) {
      assertEquals("landcover:3", get(service.probe()));
      assertEquals(ServiceProtocol.V2, service.protocol());
      assertEquals("uint8 nhwc raw", service.input());
      assertEquals(1, service.batchLimit());
      assertEquals(
          List.of(ChipAnswer.of(ClassScores.of(V2Server.SCORES))),
          get(service.score(TestChips.one(1))));
    }
    try (PredictServer predict = PredictServer.start();
        GrpcInferenceService service =
            GrpcInferenceService.open(ServiceSpec.of(predict.endpoint()))) {
      get(service.probe());
      assertEquals(ServiceProtocol.PREDICT, service.protocol());
    }
  }

  @Test
  void aServiceThatSpokeNeitherIsAskedBothAgain() throws Exception {
    try (PredictServer predict = PredictServer.start().failing(Status.UNIMPLEMENTED);
        GrpcInferenceService service =
            GrpcInferenceService.open(ServiceSpec.of(predict.endpoint()))) {
      assertEquals(Kind.PERMANENT, fault(service.probe()).kind());
      predict.answering(PredictServer.response(PredictServer.SCORES, 1, 6));
      assertEquals("unnamed", get(service.probe()));
    }
  }

  @Test
  void batchesComeBackInOrder() throws Exception {
    // each answer holds the first byte of its image
    server.answering(
        request -> {
          byte[] raw = request.getRawInputContents(0).toByteArray();
          List<Float> values = new ArrayList<>();
          for (int at = 0; at < raw.length; at += Chip.BYTES) {
            values.addAll(floats(raw[at] / 100f, 0, 0, 0, 0, 0));
          }
          return V2Server.typed("y", values, (long) V2Server.rows(request), 6L);
        });
    try (GrpcInferenceService service = v2(spec -> spec.withCalls(c -> c.withBatch(5)))) {
      get(service.probe());
      assertEquals(5, service.batchLimit());
      List<Chip> chips = new ArrayList<>();
      for (int i = 1; i <= 5; i++) {
        chips.add(Pictures.noise(i * 10));
      }
      List<ChipAnswer> answers = get(service.score(chips));
      for (int i = 0; i < 5; i++) {
        assertEquals((i + 1) / 10f, answers.get(i).scores().toArray()[0], 1e-6f);
      }
    }
  }

  @Test
  void theRowsOfAFullCallAreDroppedAgain() throws Exception {
    server.taking("x", "UINT8", 4L, 224L, 224L, 3L);
    try (GrpcInferenceService service = v2(spec -> spec)) {
      get(service.probe());
      assertEquals(4, service.batchLimit());
      assertEquals(1, get(service.score(TestChips.one(1))).size());
    }
  }

  @Test
  void anAnswerWithTooFewRowsIsOfNoUse() throws Exception {
    try (GrpcInferenceService service = v2(spec -> spec.withCalls(c -> c.withBatch(2)))) {
      get(service.probe());
      server.answering(request -> V2Server.scores(1));
      ServiceFault fault = fault(service.score(List.of(Pictures.noise(1), Pictures.noise(2))));
      assertEquals(Kind.UNUSABLE, fault.kind());
      assertTrue(String.valueOf(fault.getMessage()).contains("answered with 1 × 6 numbers"));
    }
  }

  @Test
  void amdsServerIsSpokenToAsItNeeds() throws Exception {
    server.serverName = "amdinfer";
    server.metadata =
        ModelMetadataResponse.newBuilder()
            .setName("resnet")
            .addInputs(
                ModelMetadataResponse.TensorMetadata.newBuilder()
                    .setDatatype("UINT8")
                    .addAllShape(List.of(224L, 224L, 3L)))
            .build();
    server.onInfer =
        (request, observer) -> {
          if (request.getRawInputContentsCount() > 0) {
            observer.onError(Status.UNKNOWN.asRuntimeException());
          } else {
            PredictServer.answer(observer, V2Server.typed("", floats(V2Server.SCORES), 6L));
          }
        };
    try (GrpcInferenceService service = v2(spec -> spec.withCalls(c -> c.withBatch(8)))) {
      get(service.probe());
      assertEquals("uint8 nhwc typed", service.input());
      assertEquals(1, service.batchLimit());
      ModelInferRequest request = server.lastRequest;
      assertNotNull(request);
      assertEquals(List.of(224L, 224L, 3L), request.getInputs(0).getShapeList());
    }
    // what is configured wins, even where it does harm; the failure may be tried again
    try (GrpcInferenceService service =
        v2(spec -> spec.withInput(input -> input.withContents(Contents.RAW)))) {
      assertEquals(Kind.TEMPORARY, fault(service.probe()).kind());
    }
  }

  @Test
  void scoresAreReadTypedAndRawInFloatAndDouble() throws Exception {
    try (GrpcInferenceService service = v2(spec -> spec)) {
      get(service.probe());
      ByteBuffer singles = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer doubles = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
      InferTensorContents.Builder typed = InferTensorContents.newBuilder();
      for (float score : V2Server.SCORES) {
        singles.putFloat(score);
        doubles.putDouble(score);
        typed.addFp64Contents(score);
      }
      ModelInferResponse named = V2Server.scores(1).toBuilder().clearOutputs().build();
      List<ModelInferResponse> answers =
          List.of(
              named.toBuilder()
                  .addOutputs(V2Server.output("y", "FP32", 1L, 6L))
                  .addRawOutputContents(ByteString.copyFrom(singles.flip()))
                  .build(),
              named.toBuilder()
                  .addOutputs(V2Server.output("y", "FP64", 6L))
                  .addRawOutputContents(ByteString.copyFrom(doubles.flip()))
                  .build(),
              named.toBuilder()
                  .addOutputs(V2Server.output("y", "FP64", 1L, 1L, 6L).setContents(typed))
                  .build());
      for (ModelInferResponse answer : answers) {
        server.answering(request -> answer);
        assertEquals(
            List.of(ChipAnswer.of(ClassScores.of(V2Server.SCORES))),
            get(service.score(TestChips.one(1))));
      }
    }
  }

  @Test
  void wrongAnswersAreNamed() throws Exception {
    try (GrpcInferenceService service = v2(spec -> spec)) {
      get(service.probe());
      ModelInferResponse right = V2Server.scores(1);
      ModelInferResponse nothing = right.toBuilder().clearOutputs().build();
      assertAnswered(service, nothing, "nothing");
      assertAnswered(
          service, right.toBuilder().addOutputs(right.getOutputs(0)).build(), "2 results");
      assertAnswered(
          service,
          V2Server.typed("y", floats(new float[5]), 1L, 6L),
          "a number of scores that is not the one it announced");
      assertAnswered(
          service,
          V2Server.typed("y", floats(0, 0, Float.NaN, 0, 0, 0), 1L, 6L),
          "scores that are no numbers");
      assertAnswered(
          service, V2Server.typed("y", floats(new float[10]), 1L, 10L), "1 × 10 numbers");
      assertAnswered(service, V2Server.typed("y", floats(new float[6]), -1L, 6L), "-1 × 6 numbers");
      assertAnswered(
          service,
          nothing.toBuilder().addOutputs(V2Server.output("y", "INT8", 1L, 6L)).build(),
          "numbers of the type INT8");
      assertAnswered(
          service,
          nothing.toBuilder()
              .addOutputs(V2Server.output("y", "FP32", 1L, 6L))
              .addRawOutputContents(ByteString.copyFrom(new byte[23]))
              .build(),
          "a number of scores that is not the one it announced");
    }
  }

  private void assertAnswered(
      GrpcInferenceService service, ModelInferResponse answer, String what) {
    server.answering(request -> answer);
    ServiceFault fault = fault(service.score(TestChips.one(1)));
    assertEquals(Kind.UNUSABLE, fault.kind());
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains(" answered with " + what + ", not with six"), message);
  }

  @Test
  void amongSeveralResultsTheConfiguredOneCounts() throws Exception {
    ModelInferResponse right = V2Server.scores(1);
    server.answering(
        request ->
            right.toBuilder()
                .clearOutputs()
                .addOutputs(V2Server.output("features", "FP32", 1L, 2048L))
                .addOutputs(right.getOutputs(0))
                .build());
    try (GrpcInferenceService service = v2(spec -> spec.withModel(m -> m.withOutput("scores")))) {
      get(service.probe());
      ModelInferRequest request = server.lastRequest;
      assertNotNull(request);
      assertEquals("scores", request.getOutputs(0).getName());
    }
    try (GrpcInferenceService service = v2(spec -> spec.withModel(m -> m.withOutput("other")))) {
      assertEquals(Kind.UNUSABLE, fault(service.probe()).kind());
    }
  }

  @Test
  void featuresGoThroughTheHead(@TempDir Path folder) throws Exception {
    List<Float> features = new ArrayList<>(Collections.nCopies(2048, 0f));
    features.set(7, 1f);
    server.answering(request -> V2Server.typed("f", features, 1L, 1L, 1L, 2048L));
    try (GrpcInferenceService service = v2(spec -> spec)) {
      ServiceFault fault = fault(service.probe());
      assertEquals(Kind.UNUSABLE, fault.kind());
      assertTrue(String.valueOf(fault.getMessage()).contains("(head)"), fault.getMessage());
    }
    float[] weights = new float[2048 * 6];
    weights[7 * 6 + 3] = 5;
    DenseLayer layer = new DenseLayer(weights, new float[6], null, null);
    Path file = folder.resolve("head.json");
    ClassifierHead head = new ClassifierHead("landcover", SIX, layer, Activation.SOFTMAX, Map.of());
    HeadFile.write(head, file);
    try (GrpcInferenceService service = v2(spec -> spec.withModel(m -> m.withHead(file)))) {
      assertEquals("landcover:3+head-" + head.fingerprint(), get(service.probe()));
      double forested = Math.exp(5) / (Math.exp(5) + 5);
      assertEquals(
          forested, get(service.score(TestChips.one(1))).get(0).scores().toArray()[3], 1e-6);
      server.answering(request -> V2Server.scores(1));
      assertEquals(Kind.UNUSABLE, fault(service.score(TestChips.one(1))).kind());
    }
    HeadFile.write(
        new ClassifierHead("resnet50:1", SIX, layer, Activation.SOFTMAX, Map.of()), file);
    server.answering(request -> V2Server.typed("f", features, 1L, 2048L));
    try (GrpcInferenceService service = v2(spec -> spec.withModel(m -> m.withHead(file)))) {
      assertTrue(String.valueOf(fault(service.probe()).getMessage()).contains("resnet50:1"));
    }
    Path missing = folder.resolve("none.json");
    assertThrows(ServiceFault.class, () -> v2(spec -> spec.withModel(m -> m.withHead(missing))));
  }

  @Test
  void aModelThatTakesSomethingElseIsRefusedInPlainWords() throws Exception {
    try (GrpcInferenceService service = v2(spec -> spec)) {
      server.taking("x", "UINT8", -1L, 299L, 299L, 3L);
      assertRefused(service, "which an image of 224 × 224 × 3 does not fit");
      server.taking("x", "FP16", -1L, 224L, 224L, 3L);
      assertRefused(service, "takes numbers of the type FP16; set dtype");
      server.metadata = server.metadata.toBuilder().addInputs(server.metadata.getInputs(0)).build();
      assertRefused(service, "takes 2 inputs (x, x); name the one for the image");
      server.metadataFault = Status.NOT_FOUND;
      assertRefused(service, "wants to know which model; name it (model).");
    }
  }

  private static void assertRefused(GrpcInferenceService service, String what) {
    ServiceFault fault = fault(service.probe());
    assertEquals(Kind.PERMANENT, fault.kind());
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains(what) && message.endsWith("."), message);
  }

  @Test
  void theKeyGoesIntoTheHeaderThatIsNamed() throws Exception {
    try (GrpcInferenceService service =
        v2(spec -> spec.withAccess(a -> a.withKey("s3cret").withKeyHeader("X-Api-Key")))) {
      get(service.probe());
      Metadata headers = server.lastHeaders;
      assertNotNull(headers);
      assertEquals(
          "s3cret", headers.get(Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER)));
      assertFalse(
          headers.containsKey(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)));
    }
  }

  @Test
  void aModelThatChangesInMidJobIsNoticed() throws Exception {
    try (GrpcInferenceService service = v2(spec -> spec)) {
      get(service.probe());
      server.answering(request -> V2Server.scores(1).toBuilder().setModelVersion("4").build());
      assertEquals(Kind.UNREACHABLE, fault(service.score(TestChips.one(1))).kind());
    }
  }

  @Test
  void readinessIsAskedOfWhoeverKnows() throws Exception {
    try (GrpcInferenceService service =
        v2(spec -> spec.withModel(m -> m.withModel("landcover", "")))) {
      get(service.probe());
      assertTrue(get(service.ready()));
      int asked = server.readinessAsked.get();
      assertEquals(2, asked);
      assertTrue(get(service.ready()));
      assertEquals(asked, server.readinessAsked.get(), "asked again what it does not know");
      server.serverReady = false;
      get(service.probe());
      assertFalse(get(service.ready()));
      server.modelReady = true;
      get(service.probe());
      assertTrue(get(service.ready()));
      server.modelReady = false;
      assertFalse(get(service.ready()));
    }
  }

  @Test
  void healthIsAskedByNameOrOfTheWholeServer() throws Exception {
    HealthStatusManager health = new HealthStatusManager();
    try (V2Server healthy = V2Server.start(health.getHealthService());
        GrpcInferenceService service = healthy.open(spec -> spec)) {
      get(service.probe());
      assertTrue(get(service.ready()));
      health.setStatus("", ServingStatus.NOT_SERVING);
      assertFalse(get(service.ready()));
      health.setStatus("inference.GRPCInferenceService", ServingStatus.SERVING);
      assertFalse(get(service.ready()), "the name is asked about again only after a probe");
      get(service.probe());
      assertTrue(get(service.ready()));
      health.setStatus("inference.GRPCInferenceService", ServingStatus.NOT_SERVING);
      assertFalse(get(service.ready()));
    }
  }

  @Test
  void aServerWithoutMetadataIsAskedAsConfigured() throws Exception {
    server.metadataFault = Status.UNKNOWN;
    try (GrpcInferenceService service = v2(spec -> spec)) {
      assertEquals(Kind.TEMPORARY, fault(service.probe()).kind());
    }
    server.metadataFault = Status.UNIMPLEMENTED;
    try (GrpcInferenceService service = v2(spec -> spec)) {
      assertEquals("landcover:3", get(service.probe()));
      assertEquals("png raw", service.input());
    }
  }

  @Test
  void moreImagesThanACallCanCarryAreNeverMade() throws Exception {
    try (GrpcInferenceService service = v2(spec -> spec)) {
      server.taking("x", "UINT8", 2_000_000_000L, 224L, 224L, 3L);
      assertRefused(service, "wants 2000000000 images in each call, and 1024 are the most");
      server.taking("x", "BYTES", 1025L);
      assertRefused(service, "wants 1025 images in each call");
    }
  }

  @Test
  void whatAServerTellsFitsOnAPersonsLine() throws Exception {
    String wild = "FP\u001b[31m\n\u202e" + "9".repeat(100_000);
    Long[] sizes = Collections.nCopies(100_000, 7L).toArray(new Long[0]);
    try (GrpcInferenceService service = v2(spec -> spec)) {
      server.taking("x", wild, -1L, 224L, 224L, 3L);
      assertShort(fault(service.probe()), "takes numbers of the type FP [31m 999");
      server.taking("x", "UINT8", sizes);
      assertShort(fault(service.probe()), "takes 7 × 7 × 7");
      server.taking(wild, "UINT8", 1L);
      server.metadata = server.metadata.toBuilder().addInputs(server.metadata.getInputs(0)).build();
      assertShort(fault(service.probe()), "takes 2 inputs (FP [31m 999");
      server.taking("x", "UINT8", -1L, 224L, 224L, 3L);
      server.answering(request -> V2Server.typed("y", List.of(), sizes));
      assertShort(fault(service.probe()), "answered with 7 × 7 × 7");
      ModelInferResponse named = V2Server.scores(1).toBuilder().clearOutputs().build();
      ModelInferResponse typed =
          named.toBuilder().addOutputs(V2Server.output("y", wild, 1L, 6L)).build();
      server.answering(request -> typed);
      assertShort(fault(service.probe()), "answered with numbers of the type FP [31m 999");
      server.metadata = server.metadata.toBuilder().setName("a\u001b[2Jb\nc").build();
      server.answering(request -> V2Server.scores(1).toBuilder().setModelName("").build());
      assertEquals("a [2Jb c:3", get(service.probe()));
    }
  }

  private static void assertShort(ServiceFault fault, String part) {
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains(part), message.substring(0, Math.min(200, message.length())));
    assertTrue(message.length() < 600, message.length() + " letters");
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
  }

  @Test
  void anAnswerBeyondWhatIsTakenIsNotThisSidesImage() throws Exception {
    try (GrpcInferenceService service = v2(spec -> spec)) {
      get(service.probe());
      server.answering(
          request ->
              V2Server.scores(1).toBuilder()
                  .addRawOutputContents(ByteString.copyFrom(new byte[65 << 20]))
                  .build());
      ServiceFault fault = fault(service.score(TestChips.one(1)));
      assertEquals(Kind.UNUSABLE, fault.kind());
      String message = String.valueOf(fault.getMessage());
      assertTrue(message.contains(" answered with more than 64 MiB; "), message);
    }
  }
}
