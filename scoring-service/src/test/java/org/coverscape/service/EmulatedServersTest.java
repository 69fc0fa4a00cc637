package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.service.emulation.FpgaSettings;
import org.coverscape.service.emulation.FpgaSyntax;
import org.coverscape.service.emulation.LoadAnswer;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.Models;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EmulatedServersTest {
  private static EmulatedServers start(String settings, int count) throws StartFault {
    return EmulatedServers.start(TestServers.config(), FpgaSyntax.parse(settings), count);
  }

  private static List<Float> load(byte[] image) {
    List<Float> out = new ArrayList<>();
    for (float score : LoadAnswer.scores(image)) {
      out.add(score);
    }
    return out;
  }

  @Test
  void eachHasAPortAndAnswersForTheBytesItGot() throws StartFault {
    try (EmulatedServers servers = start("rate=max", 3)) {
      assertEquals(3, servers.ports().stream().distinct().count());
      assertEquals("load:1", servers.model().toString());
      for (int port : servers.ports()) {
        try (TestClient client = new TestClient(port)) {
          byte[] file = TestImages.storedPng(TestImages.noise(port));
          byte[] other = "never decoded".getBytes(StandardCharsets.UTF_8);
          PredictResponse response = client.stub().predict(TestClient.images(List.of(file, other)));
          List<Float> expected = new ArrayList<>(load(file));
          expected.addAll(load(other));
          assertEquals(expected, response.getOutputsOrThrow("output_alias").getFloatValList());
          assertEquals("load", response.getModelSpec().getName());
          assertEquals(1, response.getModelSpec().getVersion().getValue());
        }
      }
    }
  }

  @Test
  void portsFollowTheFirst() throws Exception {
    int first;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      first = free.getLocalPort();
    }
    ServerConfig config = TestServers.config().withPort(first);
    List<Integer> ports;
    try (EmulatedServers servers = EmulatedServers.start(config, FpgaSettings.brainwave(), 2)) {
      ports = servers.ports();
    } catch (StartFault taken) {
      Assumptions.abort("the port after a free one is taken");
      return;
    }
    assertEquals(List.of(first, first + 1), ports);
  }

  @Test
  void aTakenPortEndsThemAll() throws Exception {
    try (EmulatedServers one = start("rate=max", 1)) {
      ServerConfig config = TestServers.config().withPort(one.ports().get(0));
      StartFault fault =
          assertThrows(
              StartFault.class, () -> EmulatedServers.start(config, FpgaSettings.brainwave(), 2));
      assertTrue(String.valueOf(fault.getMessage()).contains("choose another --port"));
    }
  }

  @Test
  void faultsReachTheClientAsTheirStatus() throws StartFault {
    PredictRequest one = TestClient.images(List.of(new byte[10]));
    List<Status.Code> codes = new ArrayList<>();
    try (EmulatedServers servers = start("rate=max,errors=1", 1);
        TestClient client = new TestClient(servers.ports().get(0))) {
      for (int i = 0; i < 40; i++) {
        StatusRuntimeException fault =
            assertThrows(StatusRuntimeException.class, () -> client.stub().predict(one));
        codes.add(fault.getStatus().getCode());
      }
    }
    assertTrue(
        codes.containsAll(
            List.of(Status.Code.UNAVAILABLE, Status.Code.INTERNAL, Status.Code.UNKNOWN)),
        codes.toString());
    assertEquals(3, codes.stream().distinct().count());
  }

  @Test
  void moreThanTheQueueHoldsIsNeverTaken() throws StartFault {
    try (EmulatedServers servers = start("rate=max,queue=3", 1);
        TestClient client = new TestClient(servers.ports().get(0))) {
      byte[] image = new byte[10];
      StatusRuntimeException fault =
          assertThrows(
              StatusRuntimeException.class,
              () -> client.stub().predict(TestClient.images(List.of(image, image, image, image))));
      assertEquals(Status.Code.INVALID_ARGUMENT, fault.getStatus().getCode());
    }
  }

  @Test
  void aHungDeviceDoesNotHoldUpTheEnd() throws Exception {
    PredictRequest one = TestClient.images(List.of(new byte[10]));
    ListenableFuture<PredictResponse> hanging;
    EmulatedServers servers = start("stall=1:50m", 2);
    try (TestClient client = new TestClient(servers.ports().get(0))) {
      try (servers) {
        hanging = PredictionServiceGrpc.newFutureStub(client.channel()).predict(one);
      }
      assertThrows(ExecutionException.class, () -> hanging.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void realAnswersAreTheNetworks() throws Exception {
    Assumptions.assumeTrue(Models.hasBundled(), "no network is bundled in this build");
    PredictRequest one =
        TestClient.images(List.of(TestImages.storedPng(TestImages.smooth(224, 224))));
    try (EmulatedServers emulated = start("answers=real,batch=4:1ms:1ms", 2);
        ScoringServer plain =
            ScoringServer.start(TestServers.config(), Models.open(Optional.empty()));
        TestClient emulatedClient = new TestClient(emulated.ports().get(1));
        TestClient plainClient = new TestClient(plain.port())) {
      assertEquals(plain.model(), emulated.model());
      assertEquals(plainClient.answer(one), emulatedClient.answer(one));
    }
  }

  @Test
  void closingTwiceDoesNothing() throws Exception {
    Assumptions.assumeTrue(Models.hasBundled(), "no network is bundled in this build");
    EmulatedServers servers = start("answers=real,rate=max", 1);
    servers.close();
    assertDoesNotThrow(servers::close);
  }

  @Test
  void morePortsThanThereAreAreRefusedBeforeAnyIsTaken() {
    for (int port : new int[] {0, 65535}) {
      ServerConfig config = TestServers.config().withPort(port);
      IllegalArgumentException fault =
          assertThrows(
              IllegalArgumentException.class,
              () -> EmulatedServers.start(config, FpgaSettings.brainwave(), Integer.MAX_VALUE));
      assertTrue(String.valueOf(fault.getMessage()).contains("a port up to 65535 for each"));
    }
  }
}
