package org.coverscape.cli;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceList;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.inference.grpc.GrpcServices;
import org.coverscape.engine.inference.grpc.GrpcSettings;
import org.coverscape.service.embedded.EmbeddedService;

/** The services of one run: those the user named, or the program's own, which ends with it. */
final class Services implements AutoCloseable {
  private final Optional<EmbeddedService> embedded;
  private final ServicePool pool;

  private Services(Optional<EmbeddedService> embedded, ServicePool pool) {
    this.embedded = embedded;
    this.pool = pool;
  }

  /** Starts or names the services; nothing is asked of them yet. */
  static Services open(ServiceOptions options) throws InterruptedException {
    String named = options.services;
    if (named != null) {
      return new Services(Optional.empty(), pool(ServiceList.parse(named)));
    }
    EmbeddedService own = EmbeddedService.start();
    return new Services(
        Optional.of(own), pool(List.of(new ServiceEndpoint("127.0.0.1", own.port()))));
  }

  private static ServicePool pool(List<ServiceEndpoint> endpoints) {
    return new ServicePool(
        GrpcServices.open(endpoints, GrpcSettings.DEFAULT), PoolSettings.DEFAULT);
  }

  ServicePool pool() {
    return pool;
  }

  @Override
  public void close() {
    try (ServicePool closing = pool) {
      closing.cancel();
    } finally {
      embedded.ifPresent(EmbeddedService::close);
    }
  }
}
