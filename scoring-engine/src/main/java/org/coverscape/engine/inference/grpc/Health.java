package org.coverscape.engine.inference.grpc;

import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Asks {@code grpc.health.v1} how a service is: about the scoring service by name, or about the
 * whole server where it does not know that name. A server without such a question is taken as well,
 * and is not asked again until {@link #forget}. Thread-safe.
 */
final class Health {
  private static final String WHOLE_SERVER = "";

  private final Wire wire;

  /** The names still worth asking about, the best first; none where the server knows none. */
  private volatile List<String> names;

  Health(Wire wire, String service) {
    this.wire = wire;
    this.names = both(service);
  }

  /** Begins anew, with the name of what scores now: after a restart things may be different. */
  void forget(String service) {
    names = both(service);
  }

  /** Whether the service says it serves. */
  CompletableFuture<Boolean> isServing() {
    List<String> known = names;
    if (known.isEmpty()) {
      return CompletableFuture.completedFuture(true);
    }
    CompletableFuture<Boolean> answer =
        wire.about(
            HealthGrpc.getCheckMethod(),
            HealthCheckRequest.newBuilder().setService(known.get(0)).build(),
            response -> response.getStatus() == HealthCheckResponse.ServingStatus.SERVING);
    return Fallback.on(
        Status.Code.UNIMPLEMENTED,
        Fallback.on(Status.Code.NOT_FOUND, answer, () -> next(known)),
        () -> {
          names = List.of();
          return CompletableFuture.completedFuture(true);
        });
  }

  private CompletableFuture<Boolean> next(List<String> asked) {
    names = asked.subList(1, asked.size());
    return isServing();
  }

  private static List<String> both(String service) {
    return List.of(service, WHOLE_SERVER);
  }
}
