package org.coverscape.engine.inference.grpc;

import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks something else where a service does not know a question. */
final class Fallback {
  private Fallback() {}

  /**
   * The first answer, or the second where the first failed with a status.
   *
   * @param other asked only then
   */
  static <T> CompletableFuture<T> on(
      Status.Code code, CompletableFuture<T> first, Supplier<CompletableFuture<T>> other) {
    return first.exceptionallyCompose(
        error -> StatusCause.is(code, error) ? other.get() : CompletableFuture.failedFuture(error));
  }
}
