package org.coverscape.engine.inference;

import java.util.concurrent.CompletableFuture;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.landcover.ClassScores;

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
   * Scores one chip; the future completes exceptionally with a {@link ServiceFault}. Dependent
   * actions may run on the transport's threads and must not block.
   */
  CompletableFuture<ClassScores> score(Chip chip);

  @Override
  void close();
}
