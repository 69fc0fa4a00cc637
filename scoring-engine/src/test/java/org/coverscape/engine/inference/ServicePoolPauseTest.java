package org.coverscape.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServicePoolPauseTest {
  private final FakeService service = new FakeService("a").holding();
  private final Outcomes outcomes = new Outcomes();

  private CompletableFuture<Void> bring(ServicePool pool, int col) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            pool.score(TestChips.chip(col), outcomes);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void chipsInFlightEndAndNewOnesWait() throws Exception {
    try (ServicePool pool = new ServicePool(List.of(service), PoolTestSettings.QUICK)) {
      pool.connect();
      pool.score(TestChips.chip(1), outcomes);
      pool.pause();
      CompletableFuture<Void> second = bring(pool, 2);
      service.nextHeld().getValue().complete(TestChips.SCORES);
      outcomes.nextScored();
      assertEquals(1, service.calls.get());
      assertTrue(!second.isDone());
      pool.proceed();
      service.nextHeld().getValue().complete(TestChips.SCORES);
      outcomes.nextScored();
      second.get(10, TimeUnit.SECONDS);
      outcomes.assertEachOnce(2);
    }
  }

  @Test
  void cancellingEndsAPause() throws Exception {
    try (ServicePool pool = new ServicePool(List.of(service), PoolTestSettings.QUICK)) {
      pool.connect();
      pool.pause();
      CompletableFuture<Void> waiting = bring(pool, 1);
      pool.cancel();
      outcomes.nextUnscored(UnscoredReason.CANCELLED);
      waiting.get(10, TimeUnit.SECONDS);
      assertEquals(0, service.calls.get());
    }
  }
}
