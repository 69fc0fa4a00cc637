package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.classifier.Activation;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.DenseLayer;
import org.coverscape.engine.definition.DefinitionFile;
import org.coverscape.engine.definition.Featurizer;
import org.coverscape.engine.definition.ServiceDefinition;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.proto.inference.ModelInferRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services that a definition lays down. */
@Timeout(30)
class DefinedServiceTest {
  private static final Preprocessing STEPS = Preprocessing.none().withMean(List.of(1f, 2f, 3f));

  @TempDir Path folder;
  private V2Server server;

  @BeforeEach
  void start() throws IOException {
    server = V2Server.start().taking("x", "FP32", -1L, 224L, 224L, 3L);
    server.answering(request -> V2Server.typed("f", Collections.nCopies(4, 1f), 1L, 1L, 1L, 4L));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static ClassifierHead head() {
    return head(4);
  }

  private static ClassifierHead head(int features) {
    return new ClassifierHead(
        "landcover",
        LandCoverClass.ALL.stream().map(LandCoverClass::label).toList(),
        new DenseLayer(new float[6 * features], new float[6], null, null),
        Activation.SOFTMAX,
        Map.of());
  }

  private Path definition(String network) throws IOException {
    Path file = folder.resolve("definition.zip");
    DefinitionFile.write(
        new ServiceDefinition(
            STEPS, false, new Featurizer(network, "", "", List.of(1, 1, 4)), Optional.of(head())),
        file);
    return file;
  }

  @Test
  void networkHeadAndPreprocessingAreKept() throws Exception {
    Path file = definition("landcover:3");
    try (GrpcInferenceService service =
        server.open(spec -> spec.withModel(model -> model.withDefinition(file)))) {
      String model = service.probe().get(10, TimeUnit.SECONDS);
      assertEquals("landcover:3+head-" + head().fingerprint(), model);
      assertEquals(DefinitionFile.read(file), service.definition(model));
      assertEquals(STEPS, service.definition(model).preprocessing());
    }
  }

  /** The name that a definition asks by is the user's, not ours for cells. */
  @Test
  void cellsAreAskedOfTheModelThatTheDefinitionAsksFor() throws Exception {
    Path file = folder.resolve("scores.zip");
    DefinitionFile.write(
        new ServiceDefinition(
            Preprocessing.none(),
            false,
            new Featurizer("landcover:3", "prairie", "", List.of(6)),
            Optional.empty()),
        file);
    server.answering(
        request ->
            V2Server.typed(
                "dense", Collections.nCopies(ChipAnswer.DENSE_NUMBERS, 0.1f), 1L, 7L, 7L, 6L));
    try (GrpcInferenceService service =
        server.open(
            spec ->
                spec.withModel(model -> model.withDefinition(file).withCells(CellSize.DENSE)))) {
      assertEquals("landcover:3", service.probe().get(10, TimeUnit.SECONDS));
      ModelInferRequest asked = server.lastRequest;
      assertNotNull(asked);
      assertEquals("prairie", asked.getModelName());
      assertEquals("dense", asked.getOutputs(0).getName());
    }
  }

  /** Features too are asked for by the name that the definition lays down. */
  @Test
  void featuresAreAskedOfTheModelThatTheDefinitionAsksFor() throws Exception {
    Path file = folder.resolve("features.zip");
    DefinitionFile.write(
        new ServiceDefinition(
            Preprocessing.none(),
            false,
            new Featurizer("landcover:3", "prairie", "pool", List.of(1, 1, 16)),
            Optional.of(head(16))),
        file);
    server.answering(request -> V2Server.typed("pool", Collections.nCopies(16, 2f), 1L, 16L));
    List<float[]> heard = new CopyOnWriteArrayList<>();
    try (GrpcInferenceService service =
        GrpcInferenceService.openForFeatures(
            ServiceSpec.of(server.endpoint()).withModel(model -> model.withDefinition(file)),
            (chip, row) -> heard.add(row))) {
      assertEquals("landcover:3", service.probe().get(10, TimeUnit.SECONDS));
      ModelInferRequest asked = server.lastRequest;
      assertNotNull(asked);
      assertEquals("prairie", asked.getModelName());
      assertEquals("pool", asked.getOutputs(0).getName());
      assertEquals(1, service.test().get(10, TimeUnit.SECONDS).size());
      float[] row = new float[16];
      Arrays.fill(row, 2);
      assertArrayEquals(row, heard.get(0));
    }
  }

  @Test
  void anotherNetworkIsRefused() throws Exception {
    Path file = definition("landcover:2");
    try (GrpcInferenceService service =
        server.open(spec -> spec.withModel(model -> model.withDefinition(file)))) {
      Throwable cause =
          assertThrows(ExecutionException.class, () -> service.probe().get(10, TimeUnit.SECONDS))
              .getCause();
      String sentence = String.valueOf(assertInstanceOf(ServiceFault.class, cause).getMessage());
      assertTrue(sentence.contains("names the network landcover:2"), sentence);
      assertTrue(sentence.contains("runs landcover:3"), sentence);
    }
  }

  @Test
  void aFileThatCannotBeReadIsAFaultOfTheService() {
    Path gone = folder.resolve("gone.zip");
    ServiceFault fault =
        assertThrows(
            ServiceFault.class,
            () -> server.open(spec -> spec.withModel(model -> model.withDefinition(gone))).close());
    assertTrue(String.valueOf(fault.getMessage()).contains("is not there"));
  }
}
