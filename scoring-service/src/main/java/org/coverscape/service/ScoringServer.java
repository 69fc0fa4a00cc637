package org.coverscape.service;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coverscape.service.grpc.InferenceEndpoint;
import org.coverscape.service.grpc.KeyGuard;
import org.coverscape.service.grpc.MessageGuard;
import org.coverscape.service.grpc.ModelStatusEndpoint;
import org.coverscape.service.grpc.PredictionEndpoint;
import org.coverscape.service.grpc.Readiness;
import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.Models;
import org.coverscape.service.work.ChipBackend;
import org.coverscape.service.work.ChipWorkers;

/**
 * The scoring service: TensorFlow Serving's {@code Predict} and the Open Inference Protocol v2 over
 * gRPC, with health checks, before a network on the CPU or the likeness of a device. Runs from
 * {@link #start} to {@link #close}; thread-safe.
 */
public final class ScoringServer implements AutoCloseable {
  /** A batch of 64 chips as float pixels is 37 MiB. */
  private static final int MAX_MESSAGE_BYTES = 64 << 20;

  private static final int KEEP_ALIVE_SECONDS = 10;
  static final int CLOSE_SECONDS = 2;

  private final Server server;
  private final Readiness readiness;
  private final ChipBackend backend;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ScoringServer(Server server, Readiness readiness, ChipBackend backend) {
    this.server = server;
    this.readiness = readiness;
    this.backend = backend;
  }

  /**
   * Opens the network, under its head where there is one, and listens.
   *
   * @throws StartFault when the network, the certificate or the port cannot be used
   */
  public static ScoringServer start(ServerConfig config) throws StartFault {
    try {
      return start(config, Models.open(config.model(), config.head()));
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
    return start(config, new ChipWorkers(model, config.workers(), config.queue()));
  }

  /**
   * Listens before whatever answers, whatever the configuration says of a model, workers and queue.
   *
   * @param backend closed with the server, or when it cannot start
   * @throws StartFault when the certificate or the port cannot be used
   */
  public static ScoringServer start(ServerConfig config, ChipBackend backend) throws StartFault {
    Readiness readiness = new Readiness();
    boolean started = false;
    try {
      Server server = build(config, backend, readiness).start();
      readiness.begin();
      started = true;
      return new ScoringServer(server, readiness, backend);
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
        backend.close();
      }
    }
  }

  private static Server build(ServerConfig config, ChipBackend backend, Readiness readiness)
      throws StartFault {
    NettyServerBuilder builder =
        ServerSecurity.listenOn(config)
            .directExecutor() // handlers only hand over to the workers; half the cost of a pool
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(MessageGuard.around(new PredictionEndpoint(backend)))
            .addService(MessageGuard.around(new ModelStatusEndpoint(backend.identity())))
            .addService(MessageGuard.around(new InferenceEndpoint(backend, readiness)))
            .addService(readiness.healthService());
    config.key().ifPresent(key -> builder.intercept(new KeyGuard(key)));
    return builder.build();
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Whose answers it gives. */
  public ModelIdentity model() {
    return backend.identity();
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
    beginToClose();
    finishClosing(System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS));
  }

  /** Says that it is not ready any more, then takes no more calls. */
  void beginToClose() {
    readiness.end(); // before calls are refused, so that nobody has to find out that way
    server.shutdown();
  }

  /** Lets the calls it has end until a time of {@link System#nanoTime}, and frees everything. */
  void finishClosing(long deadline) {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      server.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
    backend.close();
  }
}
