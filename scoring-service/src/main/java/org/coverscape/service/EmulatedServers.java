package org.coverscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coverscape.service.emulation.Emulation;
import org.coverscape.service.emulation.FpgaSettings;
import org.coverscape.service.emulation.FpgaSettings.AnswerKind;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.Models;
import org.coverscape.service.work.ChipWorkers;

/**
 * Scoring services with the timing of devices that are not there, several in one process: each has
 * a port and a device of its own. Run from {@link #start} to {@link #close}; thread-safe.
 */
public final class EmulatedServers implements AutoCloseable {
  private static final int MOST_PORTS = 65535;

  private final Emulation emulation;
  private final List<ScoringServer> servers;

  private EmulatedServers(Emulation emulation, List<ScoringServer> servers) {
    this.emulation = emulation;
    this.servers = List.copyOf(servers);
  }

  /**
   * Starts services on the configuration's port and those after it, or on free ones where it is 0.
   *
   * @param settings of each; the seeds count up, so that no two stumble together
   * @throws StartFault when the network, the certificate or a port cannot be used
   * @throws IllegalArgumentException when there are fewer than 1, or too many for the ports
   */
  public static EmulatedServers start(ServerConfig config, FpgaSettings settings, int count)
      throws StartFault {
    if (count < 1 || count > MOST_PORTS - Math.max(1, config.port()) + 1) {
      throw new IllegalArgumentException(
          "There must be at least 1 service, and a port up to 65535 for each.");
    }
    Emulation emulation = emulation(config, settings);
    List<ScoringServer> servers = new ArrayList<>();
    boolean started = false;
    try {
      for (int i = 0; i < count; i++) {
        ServerConfig own = config.port() == 0 ? config : config.withPort(config.port() + i);
        FpgaSettings device = settings.withSeed(settings.seed() + i);
        servers.add(ScoringServer.start(own, emulation.device(device)));
      }
      started = true;
      return new EmulatedServers(emulation, servers);
    } finally {
      if (!started) {
        new EmulatedServers(emulation, servers).close();
      }
    }
  }

  private static Emulation emulation(ServerConfig config, FpgaSettings settings) throws StartFault {
    if (settings.answers() == AnswerKind.LOAD) {
      return Emulation.ofLoad();
    }
    try {
      return Emulation.of(
          new ChipWorkers(
              Models.open(config.model(), config.head()), config.workers(), config.queue()));
    } catch (ModelFault e) {
      throw StartFault.of(e);
    }
  }

  /** The ports they listen on. */
  public List<Integer> ports() {
    return servers.stream().map(ScoringServer::port).toList();
  }

  /** Whose answers they give. */
  public ModelIdentity model() {
    return servers.get(0).model();
  }

  /** Waits until they are closed. */
  public void awaitTermination() throws InterruptedException {
    for (ScoringServer server : servers) {
      server.awaitTermination();
    }
  }

  /** Ends them all at once, as {@link ScoringServer#close} does; a second call does nothing. */
  @Override
  public void close() {
    servers.forEach(ScoringServer::beginToClose);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ScoringServer.CLOSE_SECONDS);
    servers.forEach(server -> server.finishClosing(deadline));
    emulation.close();
  }
}
