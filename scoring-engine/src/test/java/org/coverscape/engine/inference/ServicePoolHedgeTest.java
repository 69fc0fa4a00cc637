package org.coverscape.engine.inference;

import static org.coverscape.engine.inference.PoolTestSettings.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chips that are sent twice, and services that say that they have too much to do. */
@Timeout(60)
class ServicePoolHedgeTest {
  private final FakeService slow = new FakeService("slow");
  private final FakeService fast = new FakeService("fast");
  private final Outcomes outcomes = new Outcomes();
  private final ServicePool pool =
      new ServicePool(
          List.of(slow, fast),
          QUICK.withLimits(
              QUICK.limits().withCall(Duration.ofSeconds(50)).withAside(Duration.ofSeconds(50))));

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void atTheEndWhatASilentServiceHoldsIsScoredByAnother() throws InterruptedException {
    pool.connect();
    slow.holding();
    for (int i = 0; i < 40; i++) {
      pool.score(TestChips.chip(i), outcomes);
    }
    pool.awaitIdle();
    outcomes.assertEachOnce(40);
    for (ChipOutcome outcome : outcomes.rest()) {
      assertEquals("fast:8500", ((ChipOutcome.Scored) outcome).service());
    }
    // the calls that came to nothing were broken off
    assertTrue(slow.nextHeld().getValue().isCancelled());
    assertEquals(0, pool.stats().get(0).inFlight());
    assertEquals(40, pool.stats().get(1).chips());
  }

  @Test
  void aLateAnswerOfTheOvertakenServiceChangesNothing() throws InterruptedException {
    pool.connect();
    slow.holding();
    for (int i = 0; i < 20; i++) {
      pool.score(TestChips.chip(i), outcomes);
    }
    pool.awaitIdle();
    slow.nextHeld().getValue().complete(TestChips.SCORES);
    outcomes.assertEachOnce(20);
    assertEquals(0, pool.stats().get(0).chips());
  }

  @Test
  void anOverloadedServiceCostsNoChipItsTries() throws InterruptedException {
    pool.connect();
    pool.leave(fast.endpoint());
    slow.onScore =
        chip ->
            slow.calls.get() <= 12
                ? FakeService.failing(ServiceFault.Kind.OVERLOADED)
                : CompletableFuture.completedFuture(TestChips.SCORES);
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextScored();
    assertEquals(13, slow.calls.get());
    assertEquals(ServiceState.UP, pool.stats().get(0).state());
  }

  @Test
  void aChipRefusedForGoodIsOfferedToTheOtherServiceOnce() throws InterruptedException {
    pool.connect();
    slow.failingWith(ServiceFault.Kind.PERMANENT);
    fast.failingWith(ServiceFault.Kind.PERMANENT);
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertEquals(1, slow.calls.get());
    assertEquals(1, fast.calls.get());
  }

  @Test
  void anAnswerOfNoUseIsAskedForElsewhere() throws InterruptedException {
    pool.connect();
    slow.failingWith(ServiceFault.Kind.UNUSABLE);
    for (int i = 0; i < 10; i++) {
      pool.score(TestChips.chip(i), outcomes);
      assertEquals("fast:8500", outcomes.nextScored().service());
    }
  }
}
