package org.coverscape.cli.bench;

import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.service.EmulatedServers;
import org.coverscape.service.ServerConfig;
import org.coverscape.service.StartFault;
import org.coverscape.service.emulation.FpgaSyntax;

/** Emulated services in the test's own process, which start at once. */
final class InProcessFleet implements ServiceFleet {
  private final EmulatedServers servers;

  private InProcessFleet(EmulatedServers servers) {
    this.servers = servers;
  }

  static ServiceFleet start(DeviceKind kind, int count) {
    try {
      return new InProcessFleet(
          EmulatedServers.start(
              ServerConfig.loopback(0), FpgaSyntax.parse(kind.fpga() + ",prepare=0ms"), count));
    } catch (StartFault e) {
      throw new BenchFault("no services", e);
    }
  }

  @Override
  public List<ServiceEndpoint> endpoints() {
    return servers.ports().stream().map(port -> new ServiceEndpoint("127.0.0.1", port)).toList();
  }

  @Override
  public void close() {
    servers.close();
  }
}
