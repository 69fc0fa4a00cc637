package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.proto.serving.PredictRequest;
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

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private String refusal() throws Exception {
    try (GrpcInferenceService service = service()) {
      ExecutionException error = assertThrows(ExecutionException.class, () -> get(service.probe()));
      ServiceFault fault = assertInstanceOf(ServiceFault.class, error.getCause());
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
    assertEquals("prairie", named.name());
    assertEquals("4", named.version());
    assertEquals("dense", named.output());
    assertEquals(named, named.withCells(CellSize.DENSE));
    assertEquals("dense", ModelChoice.any().withCells(CellSize.DENSE).name());
    assertEquals(ModelChoice.any(), ModelChoice.any().withCells(CellSize.CHIP));
  }
}
