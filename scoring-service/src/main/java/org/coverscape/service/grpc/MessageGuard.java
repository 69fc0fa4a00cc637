package org.coverscape.service.grpc;

import io.grpc.BindableService;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * Answers bytes that are no message of the contract with {@code INVALID_ARGUMENT}. Left to itself,
 * grpc-java answers {@code UNKNOWN}, which clients take for a passing fault and send again.
 */
public final class MessageGuard implements ServerInterceptor {
  private MessageGuard() {}

  /** The same service, guarded: its messages are decoded inside of the guard. */
  public static ServerServiceDefinition around(BindableService service) {
    return ServerInterceptors.intercept(
        ServerInterceptors.useInputStreamMessages(LeanParsing.of(service.bindService())),
        new MessageGuard());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      private boolean refused;

      @Override
      public void onMessage(Q message) {
        try {
          super.onMessage(message);
        } catch (StatusRuntimeException e) { // thrown by decoding alone: handlers run later
          refused = true;
          call.close(refusal(e.getStatus()), new Metadata());
        }
      }

      @Override
      public void onHalfClose() {
        if (!refused) {
          super.onHalfClose();
        }
      }
    };
  }

  private static Status refusal(Status fault) {
    if (fault.getCode() == Status.Code.RESOURCE_EXHAUSTED) { // only unpacked beyond the limit
      return fault.withDescription("The request is too large; send fewer images at a time.");
    }
    return Status.INVALID_ARGUMENT.withDescription(
        "The request is damaged or of another protocol; send messages of TensorFlow Serving or of"
            + " the Open Inference Protocol.");
  }
}
