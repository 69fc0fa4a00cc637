package org.coverscape.engine.inference;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever comes out of a service's futures into a {@link ServiceFault}. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  /**
   * Asks a service; one that throws instead of answering has answered with what it threw.
   *
   * @param question the call of the service
   */
  static <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
    try {
      return question.get();
    } catch (RuntimeException | Error e) {
      // an error, such as too little memory, too: else the chips would wait for ever
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * What an answer without a result means. A service that breaks the contract of {@link
   * InferenceService} is a bug: it is logged here, and costs the chip, not the job.
   *
   * @param error null where a future completed with null
   */
  static ServiceFault of(ServiceEndpoint endpoint, @Nullable Throwable error) {
    Throwable cause = error;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ServiceFault fault) {
      return fault;
    }
    if (cause instanceof CancellationException) {
      return new ServiceFault(
          ServiceFault.Kind.TEMPORARY, "The call to " + endpoint + " was broken off.", cause);
    }
    LOG.error("The client of {} failed", endpoint, cause);
    String message = "The service at " + endpoint + " could not be used; the log says why.";
    return cause == null
        ? new ServiceFault(ServiceFault.Kind.PERMANENT, message)
        : new ServiceFault(ServiceFault.Kind.PERMANENT, message, cause);
  }

  /** A call that brought nothing in time. */
  static ServiceFault late(ServiceEndpoint endpoint) {
    return new ServiceFault(
        ServiceFault.Kind.TEMPORARY, "The service at " + endpoint + " did not answer in time.");
  }

  /** An answer for more or fewer chips than were asked about. */
  static ServiceFault miscounted(ServiceEndpoint endpoint, int asked, int got) {
    return new ServiceFault(
        ServiceFault.Kind.UNUSABLE,
        "The service at " + endpoint + " gave " + got + " answers for " + asked + " images.");
  }
}
