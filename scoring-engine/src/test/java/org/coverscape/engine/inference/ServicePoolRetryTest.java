package org.coverscape.engine.inference;

import static org.coverscape.engine.inference.PoolTestSettings.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.landcover.UnscoredReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of chips that failed, and of those beside them. */
@Timeout(30)
class ServicePoolRetryTest {
  private final FakeService a = new FakeService("a");
  private final FakeService b = new FakeService("b");
  private final Outcomes outcomes = new Outcomes();
  private @Nullable ServicePool open;

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  private ServicePool pool(PoolSettings settings, FakeService... services)
      throws InterruptedException {
    ServicePool pool = new ServicePool(List.of(services), settings);
    open = pool;
    pool.connect();
    return pool;
  }

  @Test
  void aChipThatWaitsForItsSecondTryHoldsUpNoOther() throws InterruptedException {
    Duration minutes = Duration.ofMinutes(5);
    ServicePool pool =
        pool(QUICK.withInFlight(1).withRetry(QUICK.retry().withBackoff(minutes, minutes)), a);
    a.onScore =
        chip ->
            chip.index().col() == 0
                ? FakeService.failing(ServiceFault.Kind.TEMPORARY)
                : CompletableFuture.completedFuture(TestChips.SCORES);
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    assertEquals(1, outcomes.nextScored().index().col());
  }

  @Test
  void aChipThatFailedWaitsAMomentForAnotherService() throws InterruptedException {
    ServicePool pool = pool(QUICK.withInFlight(1), a, b.holding());
    a.failingWith(ServiceFault.Kind.TEMPORARY);
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    var first = b.nextHeld();
    b.onScore = chip -> CompletableFuture.completedFuture(TestChips.SCORES);
    CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS)
        .execute(() -> first.getValue().complete(TestChips.SCORES));
    pool.awaitIdle();
    outcomes.assertEachOnce(2);
    assertEquals(1, a.calls.get());
  }

  @Test
  void aCallMayTakeAsLongAsItsServiceWasGiven() throws InterruptedException {
    a.deadline = Optional.of(Duration.ofMinutes(2));
    PoolSettings settings =
        QUICK.withInFlight(1).withLimits(QUICK.limits().withCall(Duration.ofMillis(10)));
    ServicePool pool = pool(settings, a.holding(), b.holding());
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    var patient = a.nextHeld();
    // the other's call, which has no such time, is given up meanwhile and made again
    b.nextHeld();
    b.nextHeld();
    patient.getValue().complete(TestChips.SCORES);
    assertEquals("a:8500", outcomes.nextScored().service());
  }

  @Test
  void anErrorOfTheClientCostsTheChipAndNotTheJob() throws InterruptedException {
    ServicePool pool = pool(QUICK, a);
    a.onScore =
        chip -> {
          if (a.calls.get() == 1) {
            return FakeService.failing(ServiceFault.Kind.TEMPORARY);
          }
          throw new StackOverflowError("as deep as a test wants it");
        };
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    pool.awaitIdle();
  }
}
