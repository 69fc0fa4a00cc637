package org.coverscape.service.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.health.v1.HealthGrpc;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Lets in only calls whose header {@code authorization} is the key, as it is, without "Bearer".
 *
 * <p>Health checks need no key: those who make them, such as Kubernetes, cannot send one.
 */
public final class KeyGuard implements ServerInterceptor {
  private static final Metadata.Key<String> HEADER =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final byte[] key;

  /** Guards with a key. */
  public KeyGuard(String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String service = call.getMethodDescriptor().getServiceName();
    if (HealthGrpc.SERVICE_NAME.equals(service) || matches(headers)) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.UNAUTHENTICATED.withDescription(
            "The key is missing or wrong; send the service's key as header authorization."),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }

  /** Compares in a time that does not tell how much of the key was right. */
  private boolean matches(Metadata headers) {
    String sent = headers.get(HEADER);
    return sent != null && MessageDigest.isEqual(key, sent.getBytes(StandardCharsets.UTF_8));
  }
}
