package org.coverscape.engine.inference.grpc;

import static org.coverscape.engine.inference.grpc.Reply.fault;
import static org.coverscape.engine.inference.grpc.Reply.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DenseServiceTest {
  private final PredictServer server = PredictServer.start();

  DenseServiceTest() throws IOException {}

  @AfterEach
  void stop() {
    server.close();
  }

  private GrpcInferenceService service() {
    return GrpcInferenceService.open(
        ServiceSpec.of(server.endpoint()).withModel(m -> m.withCells(CellSize.DENSE)));
  }

  private static float[] numbers() {
    float[] numbers = new float[ChipAnswer.DENSE_NUMBERS];
    for (int i = 0; i < numbers.length; i += 6) {
      numbers[i + i / 6 % 6] = 0.5f + i / 600f;
    }
    return numbers;
  }

  private String refusal() {
    try (GrpcInferenceService service = service()) {
      ServiceFault fault = fault(service.probe());
      assertTrue(
          fault.kind() == ServiceFault.Kind.PERMANENT || fault.kind() == ServiceFault.Kind.UNUSABLE,
          "asking again is of no use: " + fault.kind());
      return String.valueOf(fault.getMessage()).replace(server.endpoint().toString(), "X");
    }
  }

  @Test
  void asksForTheModelNamedDenseAndReadsItsCells() throws Exception {
    server
        .named("coverscape-landcover", 3)
        .answering(PredictServer.response(numbers(), 1, 7, 7, 6));
    try (GrpcInferenceService service = service()) {
      assertEquals("coverscape-landcover:3", get(service.probe()));
      server.answering(PredictServer.response(numbers(), 1, 7, 7, 6));
      List<ChipAnswer> answers = get(service.score(TestChips.one(1)));
      assertEquals(List.of(ChipAnswer.dense(numbers())), answers);
      PredictRequest asked = server.lastRequest;
      assertNotNull(asked);
      assertEquals("dense", asked.getModelSpec().getName());
    }
  }

  @Test
  void aServiceWithoutTheModelAnswersForWholeChipsOnly() throws Exception {
    server.failing(Status.NOT_FOUND.withDescription("no such model"));
    assertEquals("The service at X answers for whole chips only; use --cells chip.", refusal());
  }

  /** Those of 2018 do not look at the name. */
  @Test
  void aServiceThatGivesScoresOrFeaturesAllTheSameIsRefusedToo() throws Exception {
    String sentence = "The service at X answers for whole chips only; use --cells chip.";
    assertEquals(sentence, refusal());
    server.answering(PredictServer.response(new float[2048], 1, 1, 1, 2048));
    assertEquals(sentence, refusal());
    server.answering(PredictServer.response(new float[14 * 14 * 6], 1, 14, 14, 6));
    assertEquals(
        "The service at X answered with 1 × 14 × 14 × 6 numbers, not with scores of 7 × 7 cells"
            + " for each image; use --cells chip.",
        refusal());
  }

  @Test
  void aHeadIsAboutWholeChips() {
    ServiceSpec spec =
        ServiceSpec.of(server.endpoint())
            .withModel(m -> m.withHead(Path.of("head.json")).withCells(CellSize.DENSE));
    ServiceFault fault =
        assertThrows(ServiceFault.class, () -> GrpcInferenceService.open(spec).close());
    assertEquals(
        "The service at " + server.endpoint() + " answers for whole chips only; use --cells chip.",
        fault.getMessage());
  }

  @Test
  void aModelThatWasNamedKeepsItsNameAndIsAskedForAnOutput() {
    ModelChoice named = ModelChoice.any().withModel("prairie", "4").withCells(CellSize.DENSE);
    assertEquals("prairie", named.askedName());
    assertEquals("4", named.version());
    assertEquals("dense", named.askedOutput());
    assertEquals("cells", named.withOutput("cells").askedOutput());
    assertEquals("", named.withCells(CellSize.CHIP).askedOutput());
    ModelChoice any = ModelChoice.any().withCells(CellSize.DENSE);
    assertEquals("dense", any.askedName());
    assertEquals("", any.askedOutput());
    assertEquals("", any.name(), "what a definition lays down still counts");
    assertEquals("prairie", any.withModel("prairie", "").askedName());
  }

  private String refusalOfNamed(Status status) {
    server.failing(status);
    ServiceSpec spec =
        ServiceSpec.of(server.endpoint())
            .withModel(m -> m.withModel("prairie", "").withCells(CellSize.DENSE));
    try (GrpcInferenceService service = GrpcInferenceService.open(spec)) {
      ServiceFault fault = fault(service.probe());
      return String.valueOf(fault.getMessage()).replace(server.endpoint().toString(), "X");
    }
  }

  @Test
  void aModelThatWasNamedAndIsNotThereIsToldOfAsSuch() throws Exception {
    assertEquals(
        "The service at X does not have the model (no prairie here); correct the model's name.",
        refusalOfNamed(Status.NOT_FOUND.withDescription("no prairie here")));
  }

  /** As TensorFlow Serving and our own say it. */
  @Test
  void aModelThatWasNamedMayLackTheResult() throws Exception {
    assertEquals(
        "The service at X answers for whole chips only; use --cells chip.",
        refusalOfNamed(
            Status.INVALID_ARGUMENT.withDescription(
                "output tensor alias not found in signature: dense")));
    assertEquals(
        "The service at X refused the image (densenet121 wants 7 bands); check what its model"
            + " takes.",
        refusalOfNamed(Status.INVALID_ARGUMENT.withDescription("densenet121 wants 7 bands")),
        "a word that begins so is another one");
    assertEquals(
        "The service at X refused the image (bad png); check what its model takes.",
        refusalOfNamed(Status.INVALID_ARGUMENT.withDescription("bad png")));
  }

  @Test
  void theNamedModelsResultIsReadByItsName() throws Exception {
    server
        .named("prairie", 3)
        .answering(
            PredictResponse.newBuilder()
                .putOutputs("scores", PredictServer.tensor(1, 6).build())
                .putOutputs(
                    "dense",
                    PredictServer.response(numbers(), 1, 7, 7, 6).getOutputsOrThrow("anything"))
                .build());
    ServiceSpec spec =
        ServiceSpec.of(server.endpoint())
            .withModel(m -> m.withModel("prairie", "").withCells(CellSize.DENSE));
    try (GrpcInferenceService service = GrpcInferenceService.open(spec)) {
      assertEquals("prairie:3", get(service.probe()));
      PredictRequest asked = server.lastRequest;
      assertNotNull(asked);
      assertEquals("prairie", asked.getModelSpec().getName());
      assertEquals(List.of("dense"), asked.getOutputFilterList());
    }
  }
}
