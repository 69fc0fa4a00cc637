package org.coverscape.cli.bench;

import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.inference.grpc.GrpcServices;
import org.coverscape.engine.inference.grpc.GrpcSettings;

/** Makes one measurement: a pool of its own, warmed up, then timed. */
final class LoadRun {
  private final ChipSupply supply;
  private final int warmUp;
  private final int measured;

  /**
   * A run.
   *
   * @param warmUp chips before the clock starts
   * @param measured chips that are timed
   */
  LoadRun(ChipSupply supply, int warmUp, int measured) {
    this.supply = supply;
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /** Measures services under a window. */
  Measurement on(List<ServiceEndpoint> endpoints, Window window) throws InterruptedException {
    AnswerBook book = new AnswerBook(warmUp, measured);
    try (ServicePool pool =
        new ServicePool(GrpcServices.open(endpoints, GrpcSettings.defaults()), window.settings())) {
      String unused = pool.connect();
      offer(pool, book, warmUp);
      long checked = supply.checkingNanos();
      offer(pool, book, measured);
      pool.awaitIdle();
      return book.result(callMillis(pool.stats()), supply.checkingNanos() - checked);
    }
  }

  private void offer(ServicePool pool, AnswerBook book, int chips) throws InterruptedException {
    for (int i = 0; i < chips; i++) {
      Question question = supply.next();
      pool.score(question.chip(), outcome -> book.ended(question, outcome));
    }
  }

  private static double callMillis(List<ServiceStats> stats) {
    long chips = stats.stream().mapToLong(ServiceStats::chips).sum();
    double nanos =
        stats.stream().mapToDouble(s -> (double) s.latency().mean().toNanos() * s.chips()).sum();
    return chips == 0 ? 0 : nanos / chips / 1e6;
  }
}
