package org.coverscape.service;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coverscape.proto.serving.ModelServiceGrpc;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.service.grpc.KeyGuard;
import org.coverscape.service.grpc.MessageGuard;
import org.coverscape.service.grpc.ModelStatusEndpoint;
import org.coverscape.service.grpc.PredictionEndpoint;
import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.Models;
import org.coverscape.service.work.ChipWorkers;

/**
 * The scoring service: TensorFlow Serving's {@code Predict} over gRPC, with health checks, before a
 * network on the CPU. Runs from {@link #start} to {@link #close}; thread-safe.
 */
public final class ScoringServer implements AutoCloseable {
  /** A batch of 64 chips as float pixels is 37 MiB. */
  private static final int MAX_MESSAGE_BYTES = 64 << 20;

  private static final int KEEP_ALIVE_SECONDS = 10;
  private static final int CLOSE_SECONDS = 2;

  private final Server server;
  private final HealthStatusManager health;
  private final ChipModel model;
  private final ChipWorkers workers;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ScoringServer(
      Server server, HealthStatusManager health, ChipModel model, ChipWorkers workers) {
    this.server = server;
    this.health = health;
    this.model = model;
    this.workers = workers;
  }

  /**
   * Opens the network and listens.
   *
   * @throws StartFault when the network, the certificate or the port cannot be used
   */
  public static ScoringServer start(ServerConfig config) throws StartFault {
    try {
      return start(config, Models.open(config.model()));
    } catch (ModelFault e) {
      throw StartFault.of(e);
    }
  }

  /**
   * Listens before a given model, whatever the configuration says of one.
   *
   * @param model closed with the server, or when it cannot start
   * @throws StartFault when the certificate or the port cannot be used
   */
  public static ScoringServer start(ServerConfig config, ChipModel model) throws StartFault {
    ChipWorkers workers = new ChipWorkers(model, config.workers(), config.queue());
    HealthStatusManager health = new HealthStatusManager();
    boolean started = false;
    try {
      Server server = build(config, model, workers, health.getHealthService()).start();
      health.setStatus(PredictionServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
      health.setStatus(ModelServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
      started = true;
      return new ScoringServer(server, health, model, workers);
    } catch (IOException e) {
      throw new StartFault(
          "The service cannot listen on "
              + config.host()
              + ":"
              + config.port()
              + ", which is taken or not of this computer; choose another --port or --host.",
          e);
    } finally {
      if (!started) {
        workers.close();
        model.close();
      }
    }
  }

  private static Server build(
      ServerConfig config, ChipModel model, ChipWorkers workers, BindableService health)
      throws StartFault {
    NettyServerBuilder builder =
        ServerSecurity.listenOn(config)
            .directExecutor() // handlers only hand over to the workers; half the cost of a pool
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(MessageGuard.around(new PredictionEndpoint(model, workers)))
            .addService(MessageGuard.around(new ModelStatusEndpoint(model.identity())))
            .addService(health);
    config.key().ifPresent(key -> builder.intercept(new KeyGuard(key)));
    return builder.build();
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** The network that answers. */
  public ModelIdentity model() {
    return model.identity();
  }

  /** Waits until it is closed. */
  public void awaitTermination() throws InterruptedException {
    server.awaitTermination();
  }

  /**
   * Lets the calls it has end within some seconds, gives up the rest, and frees everything; a
   * second call does nothing.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    health.enterTerminalState();
    server.shutdown();
    try {
      server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
    workers.close();
    if (workers.ended()) { // a network still at work would take the process with it
      model.close();
    }
  }
}
