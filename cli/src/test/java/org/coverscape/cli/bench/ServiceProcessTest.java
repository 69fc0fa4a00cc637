package org.coverscape.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServiceProcessTest {
  @Test
  void servicesListenUntilTheyAreClosed() throws IOException {
    List<ServiceEndpoint> endpoints;
    try (ServiceProcess services = ServiceProcess.start(DeviceKind.serial(381), 3)) {
      endpoints = services.endpoints();
      assertEquals(3, endpoints.stream().distinct().count());
      for (ServiceEndpoint endpoint : endpoints) {
        try (Socket socket = new Socket(endpoint.host(), endpoint.port())) {
          assertTrue(socket.isConnected());
        }
      }
    }
    for (ServiceEndpoint endpoint : endpoints) {
      assertThrows(IOException.class, () -> new Socket(endpoint.host(), endpoint.port()).close());
    }
  }
}
