package org.coverscape.engine.inference.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.inference.ChannelSecurity;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;

/** Makes channels: one for each endpoint, so that each one's health and rate are known. */
final class Channels {
  /** The largest answer that is taken, in bytes. */
  static final int INBOUND_LIMIT = 64 << 20;

  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final int KEEP_ALIVE_TIMEOUT_SECONDS = 10;

  private Channels() {}

  /**
   * A channel that connects when it is first used.
   *
   * <p>gRPC's own retries are off. They would go to the same service, unseen by the books, and keep
   * a copy of each request; the pool sends a failed chip to another service instead, and counts it.
   * Answers are handled on the transport's threads, which saves a change of thread per chip.
   *
   * @throws ServiceFault when the certificates cannot be used, or the address is none
   */
  static ManagedChannel open(ServiceSpec spec) {
    ServiceEndpoint endpoint = spec.endpoint();
    ChannelCredentials credentials = credentials(spec.access().security());
    try {
      NettyChannelBuilder builder =
          NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port(), credentials);
      if (!spec.access().serverName().isEmpty()) {
        builder.overrideAuthority(spec.access().serverName());
      }
      return builder
          .directExecutor()
          .disableRetry()
          .maxInboundMessageSize(INBOUND_LIMIT)
          .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
          .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .withOption(
              ChannelOption.CONNECT_TIMEOUT_MILLIS,
              Math.toIntExact(spec.calls().connectTimeout().toMillis()))
          .build();
    } catch (IllegalArgumentException e) {
      throw new ServiceFault(
          ServiceFault.Kind.PERMANENT,
          "The service " + endpoint + " cannot be used; correct its address or its certificates.",
          e);
    }
  }

  private static ChannelCredentials credentials(ChannelSecurity security) {
    if (security instanceof ChannelSecurity.OwnTrust own) {
      try {
        return TlsChannelCredentials.newBuilder().trustManager(own.certificates().toFile()).build();
      } catch (IOException e) {
        throw new ServiceFault(
            ServiceFault.Kind.PERMANENT,
            "The certificates " + own.certificates() + " cannot be read; name a PEM file.",
            e);
      }
    }
    return security instanceof ChannelSecurity.SystemTrust
        ? TlsChannelCredentials.create()
        : InsecureChannelCredentials.create();
  }
}
