package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.inference.ServiceFault;

/** What a question to a service comes to; it has ten seconds. */
final class Reply {
  private static final long SECONDS = 10;

  private Reply() {}

  /** The answer. */
  static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  /** The fault, where there must be one instead of an answer. */
  static ServiceFault fault(CompletableFuture<?> future) {
    Throwable cause =
        assertThrows(ExecutionException.class, () -> future.get(SECONDS, TimeUnit.SECONDS))
            .getCause();
    return assertInstanceOf(ServiceFault.class, cause);
  }
}
