package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.landcover.ChipAnswer;

/** One inference service, whatever protocol it speaks. Thread-safe. */
public interface InferenceService extends AutoCloseable {
  /** Where it listens. */
  ServiceEndpoint endpoint();

  /**
   * Asks whether the service answers and what model it runs.
   *
   * @return the model's identity, such as {@code coverscape-landcover:1}; completes exceptionally
   *     with a {@link ServiceFault}
   */
  CompletableFuture<String> probe();

  /**
   * Asks whether a service that was reached wants chips now: it may say of itself that it does not,
   * while it loads a model or is about to stop. Cheap. A service that has no such question to ask
   * is always ready; one that cannot be asked completes exceptionally with a {@link ServiceFault}.
   */
  default CompletableFuture<Boolean> ready() {
    return CompletableFuture.completedFuture(true);
  }

  /** How many chips a call may carry, 1 or more. Known for certain after the first probe. */
  default int batchLimit() {
    return 1;
  }

  /** Calls that are to be in flight at once; empty where the pool is to find out by itself. */
  default OptionalInt fixedWindow() {
    return OptionalInt.empty();
  }

  /**
   * After how long the client of this service cuts a call by itself; empty where it does not. A
   * pool that would give calls up sooner waits until then.
   */
  default Optional<Duration> deadline() {
    return Optional.empty();
  }

  /**
   * Scores chips in one call, as a whole or densely, as it was opened for; the future completes
   * exceptionally with a {@link ServiceFault}, for all of them. Cancelling the future breaks the
   * call off. Dependent actions may run on the transport's threads and must not block.
   *
   * @param chips 1 to {@link #batchLimit}
   * @return the answers in the order of the chips, as many
   */
  CompletableFuture<List<ChipAnswer>> score(List<Chip> chips);

  @Override
  void close();
}
