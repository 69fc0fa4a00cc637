package org.coverscape.engine.inference.grpc;

import io.grpc.Status;
import io.grpc.netty.shaded.io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.util.regex.Pattern;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceFault.Kind;
import org.jspecify.annotations.Nullable;

/** Says in plain words what a gRPC status means; no status leaves the package. Thread-safe. */
final class StatusFaults {
  /** What gRPC's implementations in Java, C++ and Go say of messages beyond a limit. */
  private static final Pattern TOO_LARGE =
      Pattern.compile("larger than max|exceeds max|too large", Pattern.CASE_INSENSITIVE);

  /** What this side's gRPC says of an answer that it does not take. */
  private static final String OWN_LIMIT = "exceeds maximum size " + Channels.INBOUND_LIMIT + ":";

  private final ServiceEndpoint endpoint;
  private final boolean hasKey;

  StatusFaults(ServiceEndpoint endpoint, boolean hasKey) {
    this.endpoint = endpoint;
    this.hasKey = hasKey;
  }

  /**
   * The fault behind an error.
   *
   * @param connected whether there is a connection: a call that was late without one reached nobody
   */
  ServiceFault of(Throwable error, boolean connected) {
    Status status = Status.fromThrowable(error);
    return switch (status.getCode()) {
      case UNAVAILABLE -> unavailable(status);
      case DEADLINE_EXCEEDED ->
          connected
              ? fault(Kind.TEMPORARY, at(" did not answer in time."), status)
              : nobody(status);
      case RESOURCE_EXHAUSTED -> exhausted(status);
      case ABORTED, UNKNOWN, INTERNAL, CANCELLED, OK ->
          fault(Kind.TEMPORARY, at(" failed" + quote(status) + "; its own log says why."), status);
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          fault(
              Kind.PERMANENT,
              at(hasKey ? " refuses the key; correct it." : " asks for a key; give it one."),
              status);
      case NOT_FOUND ->
          fault(
              Kind.PERMANENT,
              at(" does not have the model" + quote(status) + "; correct the model's name."),
              status);
      case UNIMPLEMENTED ->
          fault(Kind.PERMANENT, at(" does not score images; correct the address."), status);
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE, ALREADY_EXISTS, DATA_LOSS ->
          fault(
              Kind.PERMANENT,
              at(" refused the image" + quote(status) + "; check what its model takes."),
              status);
    };
  }

  private ServiceFault unavailable(Status status) {
    if (hasCause(status, CertificateException.class)) {
      return fault(
          Kind.PERMANENT,
          at(" shows a certificate that is not trusted; name the authority that signed it."),
          status);
    }
    if (hasCause(status, NotSslRecordException.class)) {
      return fault(Kind.PERMANENT, at(" does not use TLS; reach it without."), status);
    }
    return nobody(status);
  }

  private ServiceFault nobody(Status status) {
    return fault(Kind.UNREACHABLE, "No service answers at " + endpoint + ".", status);
  }

  private ServiceFault exhausted(Status status) {
    String words = status.getDescription();
    if (words != null && words.contains(OWN_LIMIT)) {
      return fault(
          Kind.UNUSABLE,
          at(" answered with more than 64 MiB; name a model that classifies land cover."),
          status);
    }
    return words != null && TOO_LARGE.matcher(words).find()
        ? fault(Kind.PERMANENT, at(" has a limit below a chip's size; raise its limit."), status)
        : fault(Kind.OVERLOADED, at(" is overloaded; add services or wait."), status);
  }

  private String at(String what) {
    return "The service at " + endpoint + what;
  }

  private static ServiceFault fault(Kind kind, String message, Status status) {
    // the cause is for logs; in words, because a status belongs to this package only
    return new ServiceFault(kind, message, new StatusCause(status));
  }

  private static boolean hasCause(Status status, Class<? extends Throwable> type) {
    @Nullable Throwable cause = status.getCause();
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /** The service's own words, on one line, if it said any. */
  private static String quote(Status status) {
    String words = status.getDescription();
    if (words == null || words.isBlank()) {
      return "";
    }
    return " (" + Told.words(words) + ")";
  }
}
