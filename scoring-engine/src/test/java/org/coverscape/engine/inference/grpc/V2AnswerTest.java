package org.coverscape.engine.inference.grpc;

import static org.coverscape.engine.inference.grpc.Reply.fault;
import static org.coverscape.engine.inference.grpc.Reply.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.classifier.Activation;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.DenseLayer;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceFault.Kind;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.proto.inference.InferTensorContents;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the answers of the Open Inference Protocol: rows, scores, features. */
@Timeout(30)
class V2AnswerTest {
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

  @Test
  void batchesComeBackInOrder() throws Exception {
    // each answer holds the first byte of its image
    server.answering(
        request -> {
          byte[] raw = request.getRawInputContents(0).toByteArray();
          List<Float> values = new ArrayList<>();
          for (int at = 0; at < raw.length; at += Chip.BYTES) {
            values.addAll(V2Server.floats(raw[at] / 100f, 0, 0, 0, 0, 0));
          }
          return V2Server.typed("y", values, (long) V2Server.rows(request), 6L);
        });
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withCalls(c -> c.withBatch(5)))) {
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
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      get(service.probe());
      assertEquals(4, service.batchLimit());
      assertEquals(1, get(service.score(TestChips.one(1))).size());
    }
  }

  @Test
  void anAnswerWithTooFewRowsIsOfNoUse() throws Exception {
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withCalls(c -> c.withBatch(2)))) {
      get(service.probe());
      server.answering(request -> V2Server.scores(1));
      ServiceFault fault = fault(service.score(List.of(Pictures.noise(1), Pictures.noise(2))));
      assertEquals(Kind.UNUSABLE, fault.kind());
      assertTrue(String.valueOf(fault.getMessage()).contains("answered with 1 × 6 numbers"));
    }
  }

  @Test
  void scoresAreReadTypedAndRawInFloatAndDouble() throws Exception {
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
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
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
      get(service.probe());
      ModelInferResponse right = V2Server.scores(1);
      ModelInferResponse nothing = right.toBuilder().clearOutputs().build();
      assertAnswered(service, nothing, "nothing");
      assertAnswered(
          service, right.toBuilder().addOutputs(right.getOutputs(0)).build(), "2 results");
      assertAnswered(
          service,
          V2Server.typed("y", V2Server.floats(new float[5]), 1L, 6L),
          "a number of scores that is not the one it announced");
      assertAnswered(
          service,
          V2Server.typed("y", V2Server.floats(0, 0, Float.NaN, 0, 0, 0), 1L, 6L),
          "scores that are no numbers");
      assertAnswered(
          service, V2Server.typed("y", V2Server.floats(new float[10]), 1L, 10L), "1 × 10 numbers");
      assertAnswered(
          service, V2Server.typed("y", V2Server.floats(new float[6]), -1L, 6L), "-1 × 6 numbers");
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
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withModel(m -> m.withOutput("scores")))) {
      get(service.probe());
      ModelInferRequest request = server.lastRequest;
      assertNotNull(request);
      assertEquals("scores", request.getOutputs(0).getName());
    }
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withModel(m -> m.withOutput("other")))) {
      assertEquals(Kind.UNUSABLE, fault(service.probe()).kind());
    }
  }

  @Test
  void featuresGoThroughTheHead(@TempDir Path folder) throws Exception {
    List<Float> features = new ArrayList<>(Collections.nCopies(2048, 0f));
    features.set(7, 1f);
    server.answering(request -> V2Server.typed("f", features, 1L, 1L, 1L, 2048L));
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
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
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withModel(m -> m.withHead(file)))) {
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
    try (GrpcInferenceService service =
        server.openV2(spec -> spec.withModel(m -> m.withHead(file)))) {
      assertTrue(String.valueOf(fault(service.probe()).getMessage()).contains("resnet50:1"));
    }
    Path missing = folder.resolve("none.json");
    assertThrows(
        ServiceFault.class, () -> server.openV2(spec -> spec.withModel(m -> m.withHead(missing))));
  }

  @Test
  void anAnswerBeyondWhatIsTakenIsNotThisSidesImage() throws Exception {
    try (GrpcInferenceService service = server.openV2(spec -> spec)) {
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
