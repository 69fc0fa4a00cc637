package org.coverscape.engine.inference.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.coverscape.engine.inference.ServiceAccess;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceSpec;

/**
 * The way to one service: a channel of its own, the key, the deadlines, and what errors mean. Owns
 * the channel. Thread-safe.
 */
final class Wire implements AutoCloseable {
  private static final Duration SHORT = Duration.ofSeconds(5);

  private final ServiceEndpoint endpoint;
  private final Duration deadline;
  private final ManagedChannel channel;
  private final Channel calls;
  private final StatusFaults faults;

  Wire(ServiceSpec spec) {
    this.endpoint = spec.endpoint();
    this.deadline = spec.calls().deadline();
    this.channel = Channels.open(spec);
    this.calls = withKey(channel, spec.access());
    this.faults = new StatusFaults(endpoint, !spec.access().key().isEmpty());
  }

  ServiceEndpoint endpoint() {
    return endpoint;
  }

  /** Lets a call connect anew; else it would fail at once with the last error. */
  void wake() {
    if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      channel.enterIdle();
    }
  }

  /** Asks for work, within the service's deadline. */
  <Q, A, T> CompletableFuture<T> ask(
      MethodDescriptor<Q, A> method, Q question, Function<A, T> reader) {
    return start(method, question, reader, deadline);
  }

  /** Asks about the service, which has to be answered soon. */
  <Q, A, T> CompletableFuture<T> about(
      MethodDescriptor<Q, A> method, Q question, Function<A, T> reader) {
    return start(method, question, reader, SHORT);
  }

  private <Q, A, T> CompletableFuture<T> start(
      MethodDescriptor<Q, A> method, Q question, Function<A, T> reader, Duration limit) {
    return UnaryCall.start(
        calls.newCall(method, CallOptions.DEFAULT.withDeadlineAfter(limit)),
        question,
        reader,
        error -> faults.of(error, channel.getState(false) != ConnectivityState.CONNECTING));
  }

  private static Channel withKey(Channel channel, ServiceAccess access) {
    if (access.key().isEmpty()) {
      return channel;
    }
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of(access.keyHeader(), Metadata.ASCII_STRING_MARSHALLER), access.key());
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
