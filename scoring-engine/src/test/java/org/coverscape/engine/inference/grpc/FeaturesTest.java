package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.proto.serving.PredictRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services that are asked for features. */
@Timeout(30)
class FeaturesTest {
  private static final float[] ROW = {1, 2, 3, 4, 5, 6, 7, 8};

  private final Map<ChipIndex, float[]> heard = new ConcurrentHashMap<>();
  private PredictServer server;
  private GrpcInferenceService service;

  @BeforeEach
  void open() throws IOException {
    server = PredictServer.start();
    service =
        GrpcInferenceService.openForFeatures(
            ServiceSpec.of(server.endpoint()),
            (chip, features) -> heard.put(chip.index(), features));
  }

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  @Test
  void aListenerHearsThem() throws Exception {
    server.answering(PredictServer.response(ROW, 1, 1, 1, 8));
    assertEquals("unnamed", service.probe().get());
    Chip chip = TestChips.chip(3);
    assertEquals(1, service.score(List.of(chip)).get().size());
    assertEquals(1, heard.size(), "the grey chip of the probe is not told");
    assertArrayEquals(ROW, heard.get(chip.index()));
    PredictRequest asked = server.lastRequest;
    assertNotNull(asked);
    assertEquals("features", asked.getModelSpec().getName());
  }

  @Test
  void sixScoresAreNoFeatures() {
    assertRefused("1 × 6 numbers");
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    float[] broken = ROW.clone();
    broken[5] = Float.NaN;
    server.answering(PredictServer.response(broken, 1, 8));
    assertRefused("features that are no numbers");
  }

  private void assertRefused(String what) {
    Throwable fault =
        assertThrows(ExecutionException.class, () -> service.probe().get()).getCause();
    String said = assertInstanceOf(ServiceFault.class, fault).getMessage() + "";
    assertTrue(said.contains(what) && said.contains("(output)") && said.endsWith("."), said);
  }
}
