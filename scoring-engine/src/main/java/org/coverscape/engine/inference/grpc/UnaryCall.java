package org.coverscape.engine.inference.grpc;

import io.grpc.ClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.coverscape.engine.inference.ServiceFault;
import org.jspecify.annotations.Nullable;

/**
 * One question and its answer as a future; cancelling the future cancels the call.
 *
 * @param <A> what the service answers
 * @param <T> what is read out of it
 */
final class UnaryCall<A, T> implements StreamObserver<A> {
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Function<A, T> reader;
  private final Function<Throwable, ServiceFault> faults;
  private @Nullable A answer;

  private UnaryCall(Function<A, T> reader, Function<Throwable, ServiceFault> faults) {
    this.reader = reader;
    this.faults = faults;
  }

  /**
   * Asks.
   *
   * @param reader takes the answer apart; a fault it throws is the future's
   * @param faults says what an error of the transport means
   */
  static <Q, A, T> CompletableFuture<T> start(
      ClientCall<Q, A> call,
      Q question,
      Function<A, T> reader,
      Function<Throwable, ServiceFault> faults) {
    UnaryCall<A, T> observer = new UnaryCall<>(reader, faults);
    ClientCalls.asyncUnaryCall(call, question, observer);
    var unused =
        observer.result.whenComplete(
            (value, error) -> {
              if (observer.result.isCancelled()) {
                call.cancel("nobody waits for it any more", null);
              }
            });
    return observer.result;
  }

  @Override
  public void onNext(A value) {
    answer = value;
  }

  @Override
  public void onError(Throwable error) {
    result.completeExceptionally(faults.apply(error));
  }

  @Override
  public void onCompleted() {
    A complete = answer;
    if (complete == null) {
      onError(new IllegalStateException("the call ended without an answer"));
      return;
    }
    try {
      result.complete(reader.apply(complete));
    } catch (RuntimeException | Error e) {
      // a fault of the answer, a bug of the reader, or no memory for what came; in any case the
      // chip must not wait for ever
      result.completeExceptionally(e);
    }
  }
}
