package org.coverscape.cli.bench;

import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;

/** Services that run until they are closed. */
interface ServiceFleet extends AutoCloseable {
  /** Starts fleets. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts services, all alike, and waits until they listen.
     *
     * @throws BenchFault when they do not
     */
    ServiceFleet start(DeviceKind kind, int count) throws InterruptedException;
  }

  /** Where they listen. */
  List<ServiceEndpoint> endpoints();

  @Override
  void close();
}
