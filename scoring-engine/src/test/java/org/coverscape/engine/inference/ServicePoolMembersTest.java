package org.coverscape.engine.inference;

import static org.coverscape.engine.inference.PoolTestSettings.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services that join and leave in mid-job. */
@Timeout(30)
class ServicePoolMembersTest {
  private final FakeService a = new FakeService("a");
  private final FakeService b = new FakeService("b");
  private final Outcomes outcomes = new Outcomes();
  private final BlockingQueue<ServiceStats> changes = new LinkedBlockingQueue<>();
  private ServicePool pool = open(QUICK);

  private ServicePool open(PoolSettings settings) {
    return new ServicePool(List.of(a), settings, changes::add);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private void awaitChange(ServiceEndpoint endpoint, ServiceState state)
      throws InterruptedException {
    ServiceStats change = changes.poll(10, TimeUnit.SECONDS);
    while (change != null && !(change.endpoint().equals(endpoint) && change.state() == state)) {
      change = changes.poll(10, TimeUnit.SECONDS);
    }
    assertTrue(change != null, endpoint + " never became " + state);
  }

  @Test
  void oneThatJoinsIsAskedFirstAndThenGetsChips() throws InterruptedException {
    a.holding();
    pool.connect();
    pool.join(b);
    awaitChange(b.endpoint(), ServiceState.UP);
    assertTrue(b.probes.get() > 0);
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    assertEquals("b:8500", outcomes.nextScored().service());
  }

  @Test
  void oneThatRunsAnotherModelIsNotUsed() throws InterruptedException {
    pool.connect();
    b.onProbe = () -> CompletableFuture.completedFuture("model:2");
    pool.join(b);
    awaitChange(b.endpoint(), ServiceState.DEAD);
    pool.score(TestChips.chip(0), outcomes);
    assertEquals("a:8500", outcomes.nextScored().service());
    assertEquals(0, b.calls.get());
  }

  @Test
  void oneThatLeavesEndsWhatItHasAndIsClosed() throws InterruptedException {
    a.holding();
    pool.connect();
    pool.join(b);
    awaitChange(b.endpoint(), ServiceState.UP);
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    var held = a.nextHeld();
    outcomes.nextScored();
    pool.leave(a.endpoint());
    assertEquals(0, a.closed.get());
    held.getValue().complete(TestChips.SCORES);
    assertEquals("a:8500", outcomes.nextScored().service());
    for (int i = 2; i < 10; i++) {
      pool.score(TestChips.chip(i), outcomes);
      assertEquals("b:8500", outcomes.nextScored().service());
    }
    assertTrue(a.closing.await(10, TimeUnit.SECONDS));
  }

  @Test
  void whereTheLastOneLeavesChipsWaitForTheNext() throws InterruptedException {
    pool.connect();
    a.holding();
    pool.score(TestChips.chip(0), outcomes);
    pool.leave(a.endpoint());
    a.nextHeld().getValue().completeExceptionally(FakeService.fault(ServiceFault.Kind.TEMPORARY));
    pool.join(b);
    assertEquals("b:8500", outcomes.nextScored().service());
  }

  @Test
  void whereNoneComesInTimeChipsEnd() throws InterruptedException {
    pool.close();
    pool = open(QUICK.withLimits(QUICK.limits().withLost(Duration.ofMillis(30))));
    pool.connect();
    a.holding();
    pool.score(TestChips.chip(0), outcomes);
    pool.leave(a.endpoint());
    a.nextHeld().getValue().completeExceptionally(FakeService.fault(ServiceFault.Kind.TEMPORARY));
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertTrue(pool.exhausted().isPresent());
  }

  @Test
  void whereTheRestIsGivenUpAfterOthersCameAndWentChipsEnd() throws InterruptedException {
    pool.close();
    pool = open(QUICK.withLimits(QUICK.limits().withLost(Duration.ofMillis(30))));
    pool.connect();
    pool.join(b);
    awaitChange(b.endpoint(), ServiceState.UP);
    pool.leave(b.endpoint());
    a.onProbe = () -> FakeService.failing(ServiceFault.Kind.UNREACHABLE);
    a.failingWith(ServiceFault.Kind.UNREACHABLE);
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertTrue(pool.exhausted().isPresent());
  }

  @Test
  void oneThatJoinsAndCannotBeUsedIsGivenUpForItsOwnReason() throws InterruptedException {
    pool.close();
    pool = open(QUICK.withLimits(QUICK.limits().withLost(Duration.ofMillis(30))));
    pool.connect();
    b.onProbe = () -> FakeService.failing(ServiceFault.Kind.PERMANENT);
    pool.join(b);
    awaitChange(b.endpoint(), ServiceState.DEAD);
    assertEquals("It was PERMANENT.", pool.stats().get(1).lastFault());
  }

  @Test
  void aServiceThatWantsNoChipsGetsNoneUntilItDoes() throws InterruptedException {
    pool.connect();
    pool.join(b);
    awaitChange(b.endpoint(), ServiceState.UP);
    b.onReady = () -> CompletableFuture.completedFuture(false);
    awaitChange(b.endpoint(), ServiceState.ASIDE);
    int before = b.calls.get();
    for (int i = 0; i < 6; i++) {
      pool.score(TestChips.chip(i), outcomes);
      assertEquals("a:8500", outcomes.nextScored().service());
    }
    assertEquals(before, b.calls.get());
    b.onReady = () -> CompletableFuture.completedFuture(true);
    awaitChange(b.endpoint(), ServiceState.UP);
  }
}
