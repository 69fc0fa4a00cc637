package org.coverscape.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.inference.ServicePoolListener;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.directory.DirectoryListener;
import org.coverscape.engine.inference.directory.ServiceDirectory;
import org.coverscape.engine.inference.grpc.GrpcServices;
import org.coverscape.service.embedded.EmbeddedService;
import org.coverscape.service.embedded.EmbeddedServiceFault;

/**
 * The services of one run: those the user named, which may change while it runs, or the program's
 * own, which ends with it.
 */
final class Services implements AutoCloseable {
  private final Optional<EmbeddedService> embedded;
  private final Optional<ServiceDirectory> directory;
  private final ServicePool pool;
  private final CellSize cells;

  private Services(
      Optional<EmbeddedService> embedded,
      Optional<ServiceDirectory> directory,
      ServicePool pool,
      CellSize cells) {
    this.embedded = embedded;
    this.directory = directory;
    this.pool = pool;
    this.cells = cells;
  }

  /** Starts or names the services, to answer for whole chips; nothing is asked of them yet. */
  static Services open(ServiceOptions options, ServicePoolListener listener)
      throws IOException, InterruptedException {
    return open(options, CellSize.CHIP, listener);
  }

  /** Starts or names the services, to answer for such cells; nothing is asked of them yet. */
  static Services open(ServiceOptions options, CellSize cells, ServicePoolListener listener)
      throws IOException, InterruptedException {
    Optional<ServiceDirectory> named = options.directory();
    if (named.isPresent()) {
      try {
        ServicePool pool = pool(named.get().services(), cells, listener);
        return new Services(Optional.empty(), named, pool, cells);
      } catch (ServiceFault e) {
        named.get().close();
        throw e;
      }
    }
    try {
      EmbeddedService own = EmbeddedService.start(Optional.empty());
      ServiceEndpoint endpoint = new ServiceEndpoint(own.host(), own.port());
      return new Services(
          Optional.of(own),
          Optional.empty(),
          pool(List.of(ServiceSpec.bundled(endpoint)), cells, listener),
          cells);
    } catch (EmbeddedServiceFault e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private static ServicePool pool(
      List<ServiceSpec> specs, CellSize cells, ServicePoolListener listener) {
    List<ServiceSpec> asked = specs.stream().map(spec -> asking(spec, cells)).toList();
    return new ServicePool(GrpcServices.open(asked), PoolSettings.defaults(), listener);
  }

  private static ServiceSpec asking(ServiceSpec spec, CellSize cells) {
    return spec.withModel(model -> model.withCells(cells));
  }

  ServicePool pool() {
    return pool;
  }

  /**
   * Waits for all services, and from then on follows the list they are named in.
   *
   * @param say takes a sentence when the list changes, or cannot be read or used any more
   * @return the model that all run
   */
  String connect(Consumer<String> say) throws InterruptedException {
    String model = pool.connect();
    directory.ifPresent(list -> list.watch(new Changes(pool, cells, say)));
    return model;
  }

  @Override
  public void close() {
    directory.ifPresent(ServiceDirectory::close);
    pool.close();
    embedded.ifPresent(EmbeddedService::close);
  }

  /** Brings changes of the list to the pool. */
  private record Changes(ServicePool pool, CellSize cells, Consumer<String> say)
      implements DirectoryListener {
    @Override
    public void joined(ServiceSpec service) {
      try {
        GrpcServices.open(List.of(asking(service, cells))).forEach(pool::join);
        say.accept("The service at " + service.endpoint() + " joins.");
      } catch (ServiceFault e) {
        say.accept(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void left(ServiceEndpoint service) {
      pool.leave(service);
    }

    @Override
    public void trouble(String sentence) {
      say.accept(sentence);
    }
  }
}
