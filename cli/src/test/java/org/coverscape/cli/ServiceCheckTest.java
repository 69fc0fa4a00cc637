package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.service.EmulatedServers;
import org.coverscape.service.ServerConfig;
import org.coverscape.service.StartFault;
import org.coverscape.service.emulation.FpgaSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServiceCheckTest {
  private static ServiceSpec at(int port) {
    return ServiceSpec.of(new ServiceEndpoint("127.0.0.1", port));
  }

  @Test
  void aServiceThatIsWellIsToldInFull() throws StartFault, InterruptedException {
    try (EmulatedServers servers =
        EmulatedServers.start(ServerConfig.loopback(0), FpgaSyntax.parse("rate=max"), 1)) {
      ServiceCheck.Result result = new ServiceCheck(at(servers.ports().get(0))).run();
      assertEquals("", result.fault());
      assertEquals("ready", result.health());
      assertEquals("predict", result.protocol());
      assertEquals("load:1", result.model());
      assertEquals("png", result.input());
      assertEquals(List.of(CellSize.CHIP, CellSize.DENSE), result.cells());
      assertTrue(result.latency().isPresent());
    }
  }

  @Test
  void whatWasNotFoundOutIsNotClaimed() throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ServiceCheck.Result result = new ServiceCheck(at(port)).run();
    assertEquals("fault", result.health());
    assertEquals("No service answers at 127.0.0.1:" + port + ".", result.fault());
    assertEquals("auto", result.protocol());
    assertEquals(List.of(), result.cells());
    ServiceSpec v2 = at(port).withModel(model -> model.withProtocol(ServiceProtocol.V2));
    assertEquals("v2", new ServiceCheck(v2).run().protocol());
  }
}
