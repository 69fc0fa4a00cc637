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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ServicePoolLostTest {
  private final FakeService a = new FakeService("a");
  private final FakeService b = new FakeService("b");
  private final Outcomes outcomes = new Outcomes();
  private final BlockingQueue<ServiceStats> changes = new LinkedBlockingQueue<>();
  private @Nullable ServicePool open;

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  private ServicePool pool(PoolSettings settings, FakeService... services)
      throws InterruptedException {
    ServicePool pool = new ServicePool(List.of(services), settings, changes::add);
    open = pool;
    pool.connect();
    for (int i = 0; i < services.length; i++) {
      assertEquals(ServiceState.UP, nextChange().state());
    }
    return pool;
  }

  private ServiceStats nextChange() throws InterruptedException {
    ServiceStats stats = changes.poll(10, TimeUnit.SECONDS);
    if (stats == null) {
      throw new AssertionError("no change came");
    }
    return stats;
  }

  private void goDown(FakeService service) {
    service.onProbe = () -> FakeService.failing(ServiceFault.Kind.UNREACHABLE);
    service.failingWith(ServiceFault.Kind.UNREACHABLE);
  }

  private void comeBack(FakeService service, String model) {
    service.onScore = chip -> CompletableFuture.completedFuture(TestChips.SCORES);
    service.onProbe = () -> CompletableFuture.completedFuture(model);
  }

  @Test
  void theOthersGoOnWhileALostServiceIsAwaited() throws InterruptedException {
    ServicePool pool = pool(QUICK, a, b);
    goDown(a);
    for (int i = 0; i < 20; i++) {
      pool.score(TestChips.chip(i), outcomes);
      assertEquals("b:8500", outcomes.nextScored().service());
    }
    assertEquals(1, a.calls.get());
    assertEquals(ServiceState.LOST, nextChange().state());

    comeBack(a, "model:1");
    ServiceStats back = nextChange();
    assertEquals(ServiceState.UP, back.state());
    assertEquals(a.endpoint(), back.endpoint());
    b.holding();
    pool.score(TestChips.chip(98), outcomes);
    pool.score(TestChips.chip(99), outcomes);
    assertEquals("a:8500", outcomes.nextScored().service());
  }

  @Test
  void aLossDoesNotUseUpTheChipsAttempts() throws InterruptedException {
    ServicePool pool = pool(QUICK.withRetry(QUICK.retry().withMaxAttempts(1)), a);
    a.onScore =
        chip ->
            a.calls.get() <= 5
                ? FakeService.failing(ServiceFault.Kind.UNREACHABLE)
                : CompletableFuture.completedFuture(TestChips.SCORES);
    pool.score(TestChips.chip(0), outcomes);
    assertEquals("a:8500", outcomes.nextScored().service());
    assertEquals(5, pool.stats().get(0).retries());
  }

  @Test
  void aChipThatBreaksEveryServiceIsLeftInTheEnd() throws InterruptedException {
    ServicePool pool = pool(QUICK.withRetry(QUICK.retry().withMaxLosses(3)), a, b);
    a.failingWith(ServiceFault.Kind.UNREACHABLE);
    b.failingWith(ServiceFault.Kind.UNREACHABLE);
    pool.score(TestChips.chip(0), outcomes);
    assertEquals("It was UNREACHABLE.", outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    assertEquals(3, a.calls.get() + b.calls.get());
  }

  @Test
  void aServiceLostForTooLongIsGivenUpAndItsChipsEnd() throws InterruptedException {
    PoolSettings settings = QUICK.withLimits(QUICK.limits().withLost(Duration.ofMillis(40)));
    ServicePool pool = pool(settings, a);
    goDown(a);
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    String left = "No service is left that answers; start one and resume the job.";
    assertEquals(left, outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    assertEquals(left, outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    assertEquals(ServiceState.LOST, nextChange().state());
    ServiceStats dead = nextChange();
    assertEquals(ServiceState.DEAD, dead.state());
    assertEquals(
        "The service at a:8500 was lost for too long; start it and resume the job.",
        dead.lastFault());
    assertTrue(a.probes.get() > 1);

    pool.score(TestChips.chip(2), outcomes);
    assertEquals(left, outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    pool.awaitIdle();
    outcomes.assertEachOnce(3);
  }

  @Test
  void aServiceThatAnswersProbesAndNoChipIsGivenUpToo() throws InterruptedException {
    PoolSettings settings =
        QUICK
            .withLimits(QUICK.limits().withLost(Duration.ofMillis(30)))
            .withRetry(QUICK.retry().withMaxLosses(1_000_000));
    ServicePool pool = pool(settings, a.failingWith(ServiceFault.Kind.UNREACHABLE));
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertEquals(ServiceState.DEAD, pool.stats().get(0).state());
  }

  private static PoolSettings patientWithChips() {
    return QUICK
        .withLimits(QUICK.limits().withLost(Duration.ofMillis(30)))
        .withRetry(QUICK.retry().withMaxAttempts(1_000_000));
  }

  @Test
  void aFailingServiceThatIsGoneAtLastIsGivenUp() throws InterruptedException {
    ServicePool pool = pool(patientWithChips(), a.failingWith(ServiceFault.Kind.TEMPORARY));
    a.onProbe = () -> FakeService.failing(ServiceFault.Kind.UNREACHABLE);
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertEquals(ServiceState.ASIDE, nextChange().state());
    assertEquals(ServiceState.LOST, nextChange().state());
    assertEquals(ServiceState.DEAD, nextChange().state());
  }

  @Test
  void aFailingServiceThatFailsProbesTooIsGivenUp() throws InterruptedException {
    ServicePool pool = pool(patientWithChips(), a.failingWith(ServiceFault.Kind.TEMPORARY));
    a.onProbe = () -> FakeService.failing(ServiceFault.Kind.TEMPORARY);
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertEquals(ServiceState.ASIDE, nextChange().state());
    ServiceStats dead = nextChange();
    assertEquals(ServiceState.DEAD, dead.state());
    assertEquals("It was TEMPORARY.", dead.lastFault());
  }

  @Test
  void aServiceThatWantsNoChipsAnyMoreIsGivenUp() throws InterruptedException {
    ServicePool pool = pool(patientWithChips(), a);
    a.onReady = () -> CompletableFuture.completedFuture(false);
    assertEquals(ServiceState.ASIDE, nextChange().state());
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertEquals(
        "The service at a:8500 wants no chips; make it ready and resume the job.",
        nextChange().lastFault());
  }

  @Test
  void oneThatWantsNoChipsAndIsGoneIsLostAndToldSoOnce() throws InterruptedException {
    pool(QUICK, a);
    a.onReady = () -> CompletableFuture.completedFuture(false);
    assertEquals(ServiceState.ASIDE, nextChange().state());
    a.onReady = () -> FakeService.failing(ServiceFault.Kind.UNREACHABLE);
    assertEquals(ServiceState.LOST, nextChange().state());
    assertEquals(ServiceState.UP, nextChange().state());
  }

  @Test
  void whileSomeAreGivenUpTheOthersGoOn() throws InterruptedException {
    PoolSettings settings = QUICK.withLimits(QUICK.limits().withLost(Duration.ofMillis(10)));
    ServicePool pool = pool(settings, a, b);
    goDown(a);
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextScored();
    assertEquals(ServiceState.LOST, nextChange().state());
    assertEquals(ServiceState.DEAD, nextChange().state());
    for (int i = 1; i < 10; i++) {
      pool.score(TestChips.chip(i), outcomes);
      assertEquals("b:8500", outcomes.nextScored().service());
    }
  }

  @Test
  void aProducerWaitsWhileTheOnlyServiceIsAway() throws InterruptedException {
    ServicePool pool = pool(QUICK.withInFlight(1), a);
    goDown(a);
    CompletableFuture<Void> producing =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (int i = 0; i < 5; i++) {
                  pool.score(TestChips.chip(i), outcomes);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertEquals(ServiceState.LOST, nextChange().state());
    comeBack(a, "model:1");
    producing.join();
    pool.awaitIdle();
    outcomes.assertEachOnce(5);
    assertEquals(5, pool.stats().get(0).chips());
  }

  @Test
  void aServiceThatComesBackAsAnotherModelIsNotUsed() throws InterruptedException {
    ServicePool pool = pool(QUICK, a);
    goDown(a);
    pool.score(TestChips.chip(0), outcomes);
    assertEquals(ServiceState.LOST, nextChange().state());
    comeBack(a, "model:2");
    ServiceStats dead = nextChange();
    assertEquals(ServiceState.DEAD, dead.state());
    assertEquals(
        "The service at a:8500 runs another model (model:2) than the job and is not used.",
        dead.lastFault());
    outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertEquals(1, a.calls.get());
  }

  @Test
  void whatAnUnreachableServiceAnsweredBeforeStillCounts() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.holding());
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    var first = a.nextHeld();
    var second = a.nextHeld();
    goDown(a);
    first.getValue().completeExceptionally(FakeService.fault(ServiceFault.Kind.UNREACHABLE));
    assertEquals(ServiceState.LOST, nextChange().state());
    second.getValue().complete(TestChips.SCORES);
    assertEquals(second.getKey().index(), outcomes.nextScored().index());
    comeBack(a, "model:1");
    assertEquals(first.getKey().index(), outcomes.nextScored().index());
  }

  @Test
  void aLateCryFromBeforeDoesNotLoseAServiceThatIsBack() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.holding());
    pool.score(TestChips.chip(0), outcomes);
    pool.score(TestChips.chip(1), outcomes);
    var first = a.nextHeld();
    var second = a.nextHeld();
    comeBack(a, "model:1");
    first.getValue().completeExceptionally(FakeService.fault(ServiceFault.Kind.UNREACHABLE));
    assertEquals(ServiceState.LOST, nextChange().state());
    assertEquals(ServiceState.UP, nextChange().state());
    assertEquals(first.getKey().index(), outcomes.nextScored().index());
    second.getValue().completeExceptionally(FakeService.fault(ServiceFault.Kind.UNREACHABLE));
    assertEquals(second.getKey().index(), outcomes.nextScored().index());
    assertEquals(0, changes.size());
  }
}
