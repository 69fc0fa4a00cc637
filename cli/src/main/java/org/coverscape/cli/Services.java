package org.coverscape.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.inference.ServicePoolListener;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.directory.ServiceDirectory;
import org.coverscape.engine.inference.grpc.GrpcServices;
import org.coverscape.service.embedded.EmbeddedService;
import org.coverscape.service.embedded.EmbeddedServiceFault;

/** The services of one run: those the user named, or the program's own, which ends with it. */
final class Services implements AutoCloseable {
  private final Optional<EmbeddedService> embedded;
  private final ServicePool pool;

  private Services(Optional<EmbeddedService> embedded, ServicePool pool) {
    this.embedded = embedded;
    this.pool = pool;
  }

  /** Starts or names the services; nothing is asked of them yet. */
  static Services open(ServiceOptions options, ServicePoolListener listener)
      throws IOException, InterruptedException {
    Optional<ServiceDirectory> named = options.directory();
    if (named.isPresent()) {
      try (ServiceDirectory directory = named.get()) {
        return new Services(Optional.empty(), pool(directory.services(), listener));
      }
    }
    try {
      EmbeddedService own = EmbeddedService.start(Optional.empty());
      ServiceEndpoint endpoint = new ServiceEndpoint(own.host(), own.port());
      return new Services(Optional.of(own), pool(List.of(ServiceSpec.of(endpoint)), listener));
    } catch (EmbeddedServiceFault e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private static ServicePool pool(List<ServiceSpec> specs, ServicePoolListener listener) {
    return new ServicePool(GrpcServices.open(specs), PoolSettings.defaults(), listener);
  }

  ServicePool pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
    embedded.ifPresent(EmbeddedService::close);
  }
}
