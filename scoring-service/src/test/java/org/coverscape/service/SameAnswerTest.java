package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.Models;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The same chip has the same answer, to the last bit, however it comes and whatever else comes. */
class SameAnswerTest {
  private static final int CHIPS = 24;

  @Test
  void tinyNetworkAnswersTheSameInAnyBatchOrderAndLoad() throws Exception {
    answersTheSame(TestServers.tinyModel());
  }

  @Test
  void bundledNetworkAnswersTheSameInAnyBatchOrderAndLoad() throws Exception {
    Assumptions.assumeTrue(Models.hasBundled(), "no network is bundled in this build");
    answersTheSame(Models.open(Optional.empty()));
  }

  private static void answersTheSame(ChipModel model) throws StartFault {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < CHIPS; i++) {
      files.add(TestImages.storedPng(TestImages.noise(i)));
    }
    ExecutorService callers = Executors.newFixedThreadPool(6);
    try (ScoringServer server = ScoringServer.start(TestServers.config(), model);
        TestClient client = new TestClient(server.port())) {
      List<List<Float>> alone = new ArrayList<>();
      files.forEach(file -> alone.add(client.answer(TestClient.images(List.of(file)))));
      List<CompletableFuture<Void>> loads = new ArrayList<>();
      for (int seed = 0; seed < 12; seed++) {
        int shuffle = seed;
        loads.add(
            CompletableFuture.runAsync(
                () -> compareBatches(client, files, alone, new Random(shuffle)), callers));
      }
      loads.forEach(CompletableFuture::join);
    } finally {
      callers.shutdownNow();
    }
  }

  private static void compareBatches(
      TestClient client, List<byte[]> files, List<List<Float>> alone, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<Integer> batch = order.subList(0, 1 + random.nextInt(8));
    List<Float> expected = new ArrayList<>();
    batch.forEach(i -> expected.addAll(alone.get(i)));
    List<byte[]> images = batch.stream().map(files::get).toList();
    assertEquals(expected, client.answer(TestClient.images(images)));
  }

  @Test
  void everyFormOfAChipHasOneAnswer() throws StartFault, ModelFault {
    byte[] rgb = TestImages.smooth(224, 224);
    try (ScoringServer server = TestServers.tiny();
        TestClient client = new TestClient(server.port())) {
      List<Float> stored = client.answer(encoded(TestImages.storedPng(rgb)));
      assertEquals(stored, client.answer(encoded(TestImages.png(rgb, 224, 224, 6, 5))));
      assertEquals(stored, client.answer(encoded(byJava(rgb, "png"))));
      assertEquals(stored, client.answer(floatVal(rgb, 0.3f)));
      assertEquals(stored, client.answer(floatContent(rgb)));
      assertEquals(stored, client.answer(bytes(rgb, 1, 224, 224, 3)));
      assertEquals(stored, client.answer(bytes(rgb, 224, 224, 3)));
      assertEquals(stored, client.answer(intVal(rgb)));
      List<Float> jpeg = client.answer(encoded(byJava(rgb, "jpg")));
      for (int i = 0; i < 6; i++) {
        assertTrue(Math.abs(stored.get(i) - jpeg.get(i)) < 0.02, stored + " and " + jpeg);
      }
    }
  }

  private static byte[] byJava(byte[] rgb, String format) {
    return TestImages.byJava(TestImages.picture(rgb, 224, 224), format);
  }

  private static PredictRequest encoded(byte[] file) {
    return TestClient.images(List.of(file));
  }

  private static TensorProto.Builder tensor(DataType type, long... sizes) {
    return TensorProto.newBuilder().setDtype(type).setTensorShape(TestClient.shape(sizes));
  }

  private static PredictRequest floatVal(byte[] rgb, float offset) {
    TensorProto.Builder tensor = tensor(DataType.DT_FLOAT, 1, 224, 224, 3);
    for (byte sample : rgb) {
      tensor.addFloatVal((sample & 0xff) + offset);
    }
    return TestClient.request("images", tensor.build());
  }

  private static PredictRequest floatContent(byte[] rgb) {
    ByteBuffer content = ByteBuffer.allocate(4 * rgb.length).order(ByteOrder.LITTLE_ENDIAN);
    for (byte sample : rgb) {
      content.putFloat(sample & 0xff);
    }
    return TestClient.request(
        "images",
        tensor(DataType.DT_FLOAT, 1, 224, 224, 3)
            .setTensorContent(ByteString.copyFrom(content.flip()))
            .build());
  }

  private static PredictRequest bytes(byte[] rgb, long... sizes) {
    return TestClient.request(
        "images",
        tensor(DataType.DT_UINT8, sizes).setTensorContent(ByteString.copyFrom(rgb)).build());
  }

  private static PredictRequest intVal(byte[] rgb) {
    TensorProto.Builder tensor = tensor(DataType.DT_UINT8, 1, 224, 224, 3);
    for (byte sample : rgb) {
      tensor.addIntVal(sample & 0xff);
    }
    return TestClient.request("images", tensor.build());
  }
}
