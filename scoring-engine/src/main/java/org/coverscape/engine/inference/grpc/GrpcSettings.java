package org.coverscape.engine.inference.grpc;

import java.time.Duration;
import org.coverscape.engine.inference.ChannelSecurity;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceSpec;

/**
 * How to speak to services over gRPC.
 *
 * @param modelName what {@code model_spec.name} asks for; empty leaves the choice to the service
 * @param key sent as it is in the header {@code authorization}; empty sends none. Anyone on the way
 *     can read it unless the way is secured
 * @param deadline after which a call is given up
 * @param connectTimeout after which an address that says nothing counts as nobody there
 * @param security plain or TLS
 */
public record GrpcSettings(
    String modelName,
    String key,
    Duration deadline,
    Duration connectTimeout,
    ChannelSecurity security) {
  /** Checks that the times are positive, and that the key can be sent in a header. */
  public GrpcSettings {
    if (deadline.isNegative()
        || deadline.isZero()
        || connectTimeout.isNegative()
        || connectTimeout.isZero()) {
      throw new IllegalArgumentException("a deadline has to be longer than nothing");
    }
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          "The key holds a space or a letter with an accent; copy it again.");
    }
  }

  /** No name, no key, 30 s a call, 5 s to connect, plain. */
  public static GrpcSettings defaults() {
    return new GrpcSettings(
        "", "", Duration.ofSeconds(30), Duration.ofSeconds(5), new ChannelSecurity.Plain());
  }

  /** The same, asking for a model by name. */
  public GrpcSettings withModelName(String name) {
    return new GrpcSettings(name, key, deadline, connectTimeout, security);
  }

  /** The same with a key. */
  public GrpcSettings withKey(String rawKey) {
    return new GrpcSettings(modelName, rawKey, deadline, connectTimeout, security);
  }

  /** The same with another deadline. */
  public GrpcSettings withDeadline(Duration limit) {
    return new GrpcSettings(modelName, key, limit, connectTimeout, security);
  }

  /** The same, secured otherwise. */
  public GrpcSettings withSecurity(ChannelSecurity other) {
    return new GrpcSettings(modelName, key, deadline, connectTimeout, other);
  }

  /** A service that is spoken to in this way, in whichever protocol it knows. */
  ServiceSpec at(ServiceEndpoint endpoint) {
    return ServiceSpec.of(endpoint)
        .withAccess(access -> access.withSecurity(security).withKey(key))
        .withModel(model -> model.withModel(modelName, ""))
        .withCalls(calls -> calls.withDeadline(deadline).withConnectTimeout(connectTimeout));
  }

  /** Without the key, which belongs in no log. */
  @Override
  public String toString() {
    return "GrpcSettings[modelName="
        + modelName
        + ", key="
        + (key.isEmpty() ? "none" : "set")
        + ", deadline="
        + deadline
        + ", connectTimeout="
        + connectTimeout
        + ", security="
        + security
        + "]";
  }
}
