package org.coverscape.engine.inference;

import static org.coverscape.engine.inference.PoolTestSettings.QUICK;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

@Timeout(20)
class ServicePoolTest {
  private final FakeService a = new FakeService("a");
  private final FakeService b = new FakeService("b");
  private final Outcomes outcomes = new Outcomes();
  private final Deque<ServicePool> pools = new ArrayDeque<>();

  @AfterEach
  void close() {
    pools.forEach(ServicePool::close);
  }

  private ServicePool pool(PoolSettings settings, FakeService... services)
      throws InterruptedException {
    ServicePool pool = new ServicePool(List.of(services), settings);
    pools.add(pool);
    pool.connect();
    return pool;
  }

  private static PoolSettings retrying(RetryPolicy policy) {
    return QUICK.withRetry(policy);
  }

  @Test
  void aScoredChipNamesItsServiceAndKeepsItsTiles() throws InterruptedException {
    ServicePool pool = pool(QUICK, a);
    pool.score(TestChips.chip(3), outcomes);
    ChipOutcome.Scored scored = outcomes.nextScored();
    assertEquals(TestChips.chip(3).index(), scored.index());
    assertEquals(List.of("tile"), scored.imagery());
    assertEquals(TestChips.SCORES, scored.scores());
    assertEquals("a:8500", scored.service());
    ServiceStats stats = pool.stats().get(0);
    assertEquals(1, stats.chips());
    assertEquals(0, stats.inFlight() + stats.retries() + stats.failures());
    assertFalse(stats.latency().mean().isZero());
  }

  @Test
  void chipsGoToTheServiceWithTheFewestInFlight() throws InterruptedException {
    ServicePool pool = pool(QUICK.withInFlight(4), a.holding(), b.holding());
    for (int i = 0; i < 4; i++) {
      pool.score(TestChips.chip(i), outcomes);
    }
    assertEquals(2, a.holds());
    assertEquals(2, b.holds());
    a.nextHeld().getValue().complete(TestChips.SCORES);
    a.nextHeld().getValue().complete(TestChips.SCORES);
    pool.score(TestChips.chip(4), outcomes);
    pool.score(TestChips.chip(5), outcomes);
    assertEquals(2, a.holds());
    assertEquals(2, b.holds());
  }

  @Test
  void whoeverBringsMoreThanTheWindowsHoldWaits() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.holding());
    Thread producer = produce(pool, 0, 3);
    var first = a.nextHeld();
    awaitWaiting(producer);
    assertEquals(2, a.calls.get());
    first.getValue().complete(TestChips.SCORES);
    producer.join();
    assertEquals(3, a.calls.get());
  }

  @Test
  void chipsThatWaitForAnotherTryTakeUpRoomInTheEnd() throws InterruptedException {
    PoolSettings slow =
        QUICK
            .withInFlight(1)
            .withRetry(QUICK.retry().withBackoff(Duration.ofMinutes(5), Duration.ofMinutes(5)));
    ServicePool pool = pool(slow, a.failingWith(ServiceFault.Kind.TEMPORARY));
    Thread producer = produce(pool, 0, 3);
    awaitWaiting(producer);
    assertEquals(2, a.calls.get());
    pool.cancel();
    producer.join();
    outcomes.assertEachOnce(3);
  }

  @Test
  void anInterruptedProducerKeepsItsChip() throws InterruptedException {
    ServicePool pool = pool(QUICK.withInFlight(1), a.holding());
    Thread producer = produce(pool, 0, 2);
    awaitWaiting(producer);
    producer.interrupt();
    producer.join();
    a.nextHeld().getValue().complete(TestChips.SCORES);
    pool.awaitIdle();
    outcomes.assertEachOnce(1);
  }

  @Test
  void aTemporaryFailureIsTriedOnAnotherService() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.failingWith(ServiceFault.Kind.TEMPORARY), b);
    pool.score(TestChips.chip(0), outcomes);
    assertEquals("b:8500", outcomes.nextScored().service());
    assertEquals(1, pool.stats().get(0).retries());
    assertEquals("It was TEMPORARY.", pool.stats().get(0).lastFault());
  }

  @Test
  void afterTheLastAttemptTheChipIsUnscored() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.failingWith(ServiceFault.Kind.TEMPORARY));
    pool.score(TestChips.chip(0), outcomes);
    assertEquals("It was TEMPORARY.", outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    assertEquals(6, a.calls.get());
    assertEquals(5, pool.stats().get(0).retries());
    assertEquals(1, pool.stats().get(0).failures());
  }

  @Test
  void aPermanentFailureIsNotTriedAgain() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.failingWith(ServiceFault.Kind.PERMANENT));
    pool.score(TestChips.chip(0), outcomes);
    assertEquals("It was PERMANENT.", outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    assertEquals(1, a.calls.get());
    assertEquals(ServiceState.UP, pool.stats().get(0).state());
  }

  @Test
  void whatBreaksTheContractCostsTheChipOnly() throws InterruptedException {
    ServicePool pool = pool(QUICK, a);
    a.onScore =
        chip -> {
          throw new IllegalStateException("a bug");
        };
    pool.score(TestChips.chip(0), outcomes);
    a.onScore =
        chip ->
            CompletableFuture.failedFuture(
                new CompletionException(FakeService.fault(ServiceFault.Kind.PERMANENT)));
    pool.score(TestChips.chip(1), outcomes);
    a.onBatch = chips -> CompletableFuture.completedFuture(null);
    pool.score(TestChips.chip(2), outcomes);
    String bug = "The service at a:8500 could not be used; the log says why.";
    assertEquals(bug, outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    assertEquals("It was PERMANENT.", outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
    assertEquals(bug, outcomes.nextUnscored(UnscoredReason.SERVICE).detail());
  }

  @Test
  void aCallThatHangsIsCutAndItsLateAnswerIgnored() throws InterruptedException {
    CompletableFuture<ClassScores> late = new Stubborn();
    a.onScore = chip -> late;
    PoolSettings settings = QUICK.withLimits(QUICK.limits().withCall(Duration.ofMillis(20)));
    ServicePool pool = pool(settings, a, b);
    pool.score(TestChips.chip(0), outcomes);
    assertEquals("b:8500", outcomes.nextScored().service());
    late.complete(TestChips.SCORES);
    pool.awaitIdle();
    outcomes.assertEachOnce(1);
    assertEquals(0, pool.stats().get(0).chips());
    assertEquals(0, pool.stats().get(0).inFlight());
  }

  @Test
  void aServiceThatFailsAgainAndAgainIsPutAside() throws InterruptedException {
    PoolSettings settings =
        QUICK
            .withLimits(QUICK.limits().withAside(Duration.ofMinutes(5)))
            .withRetry(QUICK.retry().withFailuresInRow(3));
    ServicePool pool = pool(settings, a.failingWith(ServiceFault.Kind.TEMPORARY), b);
    a.onProbe = () -> FakeService.failing(ServiceFault.Kind.TEMPORARY);
    for (int i = 0; i < 50; i++) {
      pool.score(TestChips.chip(i), outcomes);
      outcomes.nextScored();
    }
    assertEquals(3, a.calls.get());
    assertEquals(ServiceState.ASIDE, pool.stats().get(0).state());
    assertEquals(50, pool.stats().get(1).chips());
  }

  @Test
  void aServicePutAsideComesBack() throws InterruptedException {
    ServicePool pool = pool(retrying(QUICK.retry().withFailuresInRow(2)), a);
    a.onScore =
        chip ->
            a.calls.get() <= 3
                ? FakeService.failing(ServiceFault.Kind.TEMPORARY)
                : CompletableFuture.completedFuture(TestChips.SCORES);
    pool.score(TestChips.chip(0), outcomes);
    outcomes.nextScored();
    assertEquals(4, a.calls.get());
  }

  @Test
  void cancellingEndsWhatWaitsAndWhatIsInFlight() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.holding());
    Thread producer = produce(pool, 0, 3);
    awaitWaiting(producer);
    var inFlight = a.nextHeld();
    pool.cancel();
    producer.join();
    for (int i = 0; i < 3; i++) {
      assertEquals("", outcomes.nextUnscored(UnscoredReason.CANCELLED).detail());
    }
    assertTrue(inFlight.getValue().isCancelled());
    pool.score(TestChips.chip(9), outcomes);
    outcomes.nextUnscored(UnscoredReason.CANCELLED);
    pool.awaitIdle();
    outcomes.assertEachOnce(4);
    assertEquals(0, pool.stats().get(0).inFlight());
  }

  @Test
  void idleMeansThatEveryOutcomeHasBeenHandedOver() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.holding());
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    pool.score(
        TestChips.chip(0),
        outcome -> {
          entered.countDown();
          awaitQuietly(leave);
          outcomes.accept(outcome);
        });
    var held = a.nextHeld();
    CompletableFuture<Boolean> answering =
        CompletableFuture.supplyAsync(() -> held.getValue().complete(TestChips.SCORES));
    entered.await();
    Thread waiter = new Thread(() -> assertThrowsNothing(pool::awaitIdle));
    waiter.start();
    awaitWaiting(waiter);
    leave.countDown();
    waiter.join();
    assertEquals(1, outcomes.rest().size());
    assertTrue(answering.join());
  }

  @Test
  void aListenerOfOutcomesThatThrowsDoesNotStopTheRest() throws InterruptedException {
    ServicePool pool = pool(QUICK, a);
    pool.score(
        TestChips.chip(0),
        outcome -> {
          throw new IllegalStateException("a bug");
        });
    pool.score(TestChips.chip(1), outcomes);
    outcomes.nextScored();
    pool.awaitIdle();
  }

  @Test
  void closingEndsEverythingOnce() throws InterruptedException {
    ServicePool pool = pool(QUICK, a.holding(), b.holding());
    pool.score(TestChips.chip(0), outcomes);
    pool.close();
    outcomes.nextUnscored(UnscoredReason.CANCELLED);
    pool.close();
    outcomes.assertEachOnce(1);
    assertSame(UnscoredReason.CANCELLED, refusedAfterClose(pool));
  }

  private UnscoredReason refusedAfterClose(ServicePool pool) throws InterruptedException {
    pool.score(TestChips.chip(1), outcomes);
    return outcomes.nextUnscored(UnscoredReason.CANCELLED).reason();
  }

  private Thread produce(ServicePool pool, int first, int count) {
    Thread producer =
        new Thread(
            () -> {
              try {
                for (int i = first; i < first + count; i++) {
                  pool.score(TestChips.chip(i), outcomes);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    producer.start();
    return producer;
  }

  /** Waits until a thread has nothing to do but to wait. */
  private static void awaitWaiting(Thread thread) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (thread.getState() != Thread.State.WAITING) {
      assertTrue(System.nanoTime() < end, "the thread does not wait");
      Thread.onSpinWait();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    assertThrowsNothing(latch::await);
  }

  private static void assertThrowsNothing(Executable step) {
    assertDoesNotThrow(step);
  }

  /** Does not let itself be cancelled. */
  private static final class Stubborn extends CompletableFuture<ClassScores> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> QUICK.withInFlight(0));
    assertThrows(IllegalArgumentException.class, () -> QUICK.retry().withMaxAttempts(0));
    assertThrows(IllegalArgumentException.class, () -> QUICK.limits().withLost(Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> QUICK.retry().withBackoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
  }

  @Test
  void pausesGrowToTheCapAndAreSpread() {
    RetryPolicy policy =
        RetryPolicy.defaults().withBackoff(Duration.ofMillis(100), Duration.ofMillis(300));
    Random jitter = policy.jitter();
    for (int failure = 1; failure < 100; failure++) {
      long full = failure == 1 ? 100 : failure == 2 ? 200 : 300;
      long pause = policy.pause(failure, jitter).toMillis();
      assertTrue(pause >= full / 2 && pause <= full, failure + ": " + pause);
    }
  }
}
