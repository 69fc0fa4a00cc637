package org.coverscape.engine.inference.grpc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.ServiceProtocol;

/**
 * One protocol: how to ask and how to read. Futures fail with {@link
 * org.coverscape.engine.inference.ServiceFault}. Thread-safe.
 */
interface Dialect {
  /** Its name. */
  ServiceProtocol protocol();

  /** The gRPC service it calls, which is also what health is asked about. */
  String serviceName();

  /**
   * Asks what the model is and what it takes, so that what was left open is filled.
   *
   * @return the model's identity; empty where the service does not tell
   */
  CompletableFuture<String> discover();

  /**
   * Asks for the scores of chips; cancelling the future breaks the call off.
   *
   * @param chips 1 to {@link #batchLimit}
   * @param then takes what came; what it throws is the future's
   */
  <T> CompletableFuture<T> ask(List<Chip> chips, Function<Answer, T> then);

  /** Asks whether the model wants chips now; true where there is no such question. */
  CompletableFuture<Boolean> ready();

  /** Chips a call may carry. */
  int batchLimit();

  /** In what form chips are sent, in a few words for a table. */
  String input();
}
