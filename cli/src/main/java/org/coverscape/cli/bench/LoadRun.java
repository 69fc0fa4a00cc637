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
  private final Span span;

  /**
   * A run.
   *
   * @param span before the clock starts, and as much again that is timed
   */
  LoadRun(ChipSupply supply, Span span) {
    this.supply = supply;
    this.span = span;
  }

  /** Measures services under a window. */
  Measurement on(List<ServiceEndpoint> endpoints, Window window) throws InterruptedException {
    AnswerBook book = new AnswerBook(span);
    try (ServicePool pool =
        new ServicePool(GrpcServices.open(endpoints, GrpcSettings.defaults()), window.settings())) {
      String unused = pool.connect();
      while (!book.isWarm()) {
        offer(pool, book);
      }
      long checked = supply.checkingNanos();
      while (!book.isOver()) {
        offer(pool, book);
      }
      checked = supply.checkingNanos() - checked;
      pool.awaitIdle();
      return book.result(callMillis(pool.stats()), checked);
    }
  }

  private void offer(ServicePool pool, AnswerBook book) throws InterruptedException {
    Question question = supply.next();
    pool.score(question.chip(), outcome -> book.ended(question, outcome));
  }

  private static double callMillis(List<ServiceStats> stats) {
    long chips = stats.stream().mapToLong(ServiceStats::chips).sum();
    double nanos =
        stats.stream().mapToDouble(s -> (double) s.latency().mean().toNanos() * s.chips()).sum();
    return chips == 0 ? 0 : nanos / chips / 1e6;
  }
}
