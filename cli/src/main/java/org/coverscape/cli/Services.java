package org.coverscape.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.inference.FeatureListener;
import org.coverscape.engine.inference.InferenceService;
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
  private final Function<List<ServiceSpec>, List<InferenceService>> opener;
  private final ServicePool pool;

  private Services(
      Optional<EmbeddedService> embedded,
      Optional<ServiceDirectory> directory,
      Function<List<ServiceSpec>, List<InferenceService>> opener,
      ServicePool pool) {
    this.embedded = embedded;
    this.directory = directory;
    this.opener = opener;
    this.pool = pool;
  }

  /** Starts or names the services, to answer for whole chips; nothing is asked of them yet. */
  static Services open(ServiceOptions options, ServicePoolListener listener)
      throws IOException, InterruptedException {
    return open(options, CellSize.CHIP, listener);
  }

  /** Starts or names the services, to answer for such cells; nothing is asked of them yet. */
  static Services open(ServiceOptions options, CellSize cells, ServicePoolListener listener)
      throws IOException, InterruptedException {
    return open(options, listener, specs -> GrpcServices.open(asking(specs, cells)));
  }

  /**
   * Starts or names services that are asked for features.
   *
   * @param features hears them
   */
  static Services openForFeatures(ServiceOptions options, FeatureListener features)
      throws IOException, InterruptedException {
    return open(
        options, ServicePoolListener.NONE, specs -> GrpcServices.openForFeatures(specs, features));
  }

  private static Services open(
      ServiceOptions options,
      ServicePoolListener listener,
      Function<List<ServiceSpec>, List<InferenceService>> opener)
      throws IOException, InterruptedException {
    Optional<ServiceDirectory> named = options.directory();
    if (named.isPresent()) {
      try {
        return new Services(
            Optional.empty(), named, opener, pool(opener.apply(named.get().services()), listener));
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
          opener,
          pool(opener.apply(List.of(ServiceSpec.bundled(endpoint))), listener));
    } catch (EmbeddedServiceFault e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private static ServicePool pool(List<InferenceService> services, ServicePoolListener listener) {
    return new ServicePool(services, PoolSettings.defaults(), listener);
  }

  private static List<ServiceSpec> asking(List<ServiceSpec> specs, CellSize cells) {
    return specs.stream().map(spec -> spec.withModel(model -> model.withCells(cells))).toList();
  }

  ServicePool pool() {
    return pool;
  }

  /** The services that were named, as they are asked now; empty for the program's own. */
  List<ServiceSpec> named() {
    return directory.map(ServiceDirectory::services).orElse(List.of());
  }

  /**
   * Waits for all services, and from then on follows the list they are named in.
   *
   * @param say takes a sentence when the list changes, or cannot be read or used any more
   * @return the model that all run
   */
  String connect(Consumer<String> say) throws InterruptedException {
    String model = connect();
    directory.ifPresent(list -> list.watch(new Changes(pool, opener, say)));
    return model;
  }

  /**
   * Waits for all services, which stay those that they are: what they are asked for, and how, is
   * what their answers are kept under.
   *
   * @return the model that all run
   */
  String connect() throws InterruptedException {
    return pool.connect();
  }

  @Override
  public void close() {
    directory.ifPresent(ServiceDirectory::close);
    pool.close();
    embedded.ifPresent(EmbeddedService::close);
  }

  /** Brings changes of the list to the pool. */
  private record Changes(
      ServicePool pool,
      Function<List<ServiceSpec>, List<InferenceService>> opener,
      Consumer<String> say)
      implements DirectoryListener {
    @Override
    public void joined(ServiceSpec service) {
      try {
        opener.apply(List.of(service)).forEach(pool::join);
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
