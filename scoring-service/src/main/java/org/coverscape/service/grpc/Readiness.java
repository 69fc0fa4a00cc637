package org.coverscape.service.grpc;

import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.serving.ModelServiceGrpc;
import org.coverscape.proto.serving.PredictionServiceGrpc;

/**
 * Whether the service takes work: one truth behind {@code grpc.health.v1} and the readiness of the
 * Open Inference Protocol. Thread-safe.
 */
public final class Readiness {
  private final HealthStatusManager health = new HealthStatusManager();
  private volatile boolean serving;

  /** Says so from now on. */
  public void begin() {
    health.setStatus(PredictionServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
    health.setStatus(ModelServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
    health.setStatus(GRPCInferenceServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
    serving = true;
  }

  /** Says {@code NOT_SERVING} for good, to those who watch at once. */
  public void end() {
    serving = false;
    health.enterTerminalState();
  }

  boolean serving() {
    return serving;
  }

  /** The endpoint of {@code grpc.health.v1}. */
  public BindableService healthService() {
    return health.getHealthService();
  }
}
