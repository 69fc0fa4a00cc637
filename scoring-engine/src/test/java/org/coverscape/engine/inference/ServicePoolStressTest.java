package org.coverscape.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that fail in every way at once; each chip has to end exactly once all the same. */
@Timeout(60)
class ServicePoolStressTest {
  private static final int PRODUCERS = 3;
  private static final int CHIPS_EACH = 1500;
  private static final int SERVICES = 4;
  private static final int WINDOW = 8;

  private static final PoolSettings SETTINGS =
      new PoolSettings(
          InFlight.fixed(WINDOW),
          1000,
          new PoolLimits(
              Duration.ofSeconds(20),
              Duration.ofSeconds(20),
              Duration.ofMillis(12),
              Duration.ofMillis(1),
              Duration.ofMillis(2)),
          RetryPolicy.defaults().withBackoff(Duration.ofNanos(50_000), Duration.ofMillis(2)));

  private final ScheduledExecutorService transport = Executors.newScheduledThreadPool(3);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Outcomes outcomes = new Outcomes();

  @AfterEach
  void stop() {
    transport.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyChipEndsOnce(long seed) throws InterruptedException {
    List<InferenceService> services = services(seed);
    try (ServicePool pool = new ServicePool(services, SETTINGS)) {
      pool.connect();
      List<Thread> producers = produce(pool);
      for (Thread producer : producers) {
        producer.join();
      }
      pool.awaitIdle();
      check(pool, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6, 7})
  void everyChipEndsOnceWhenCancelledInTheMiddle(long seed) throws InterruptedException {
    List<InferenceService> services = services(seed);
    try (ServicePool pool = new ServicePool(services, SETTINGS)) {
      pool.connect();
      List<Thread> producers = produce(pool);
      for (int i = 0; i < 700 * (int) (seed - 3); i++) {
        outcomes.next();
      }
      pool.cancel();
      for (Thread producer : producers) {
        producer.join();
      }
      pool.awaitIdle();
      check(pool, 1);
    }
  }

  private List<InferenceService> services(long seed) {
    return IntStream.range(0, SERVICES)
        .<InferenceService>mapToObj(i -> unruly(i, new Random(100 * seed + i)))
        .toList();
  }

  private List<Thread> produce(ServicePool pool) {
    List<Thread> producers = new ArrayList<>();
    for (int p = 0; p < PRODUCERS; p++) {
      int first = p * CHIPS_EACH;
      Thread producer = new Thread(() -> feed(pool, first), "producer-" + p);
      producer.start();
      producers.add(producer);
    }
    return producers;
  }

  private void feed(ServicePool pool, int first) {
    try {
      for (int i = first; i < first + CHIPS_EACH; i++) {
        AtomicInteger open = new AtomicInteger();
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        pool.score(
            TestChips.chip(i),
            outcome -> {
              if (open.getAndIncrement() == 0) {
                inside.decrementAndGet();
              }
              outcomes.accept(outcome);
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(ServicePool pool, int cancelled) {
    outcomes.assertEachOnce(PRODUCERS * CHIPS_EACH);
    assertEquals(0, inside.get());
    // what fits the windows, and as many again that wait for another try
    assertTrue(most.get() <= 2 * SERVICES * WINDOW + PRODUCERS, "held " + most.get());
    List<ServiceStats> stats = pool.stats();
    assertTrue(stats.stream().allMatch(s -> s.chips() > 0), stats.toString());
    if (cancelled == 0) {
      long scored = outcomes.rest().stream().filter(o -> o instanceof ChipOutcome.Scored).count();
      assertEquals(scored, stats.stream().mapToLong(ServiceStats::chips).sum());
      long failures = stats.stream().mapToLong(ServiceStats::failures).sum();
      assertEquals(PRODUCERS * CHIPS_EACH, scored + failures);
      assertEquals(0, stats.stream().mapToInt(ServiceStats::inFlight).sum());
      assertTrue(stats.stream().mapToLong(ServiceStats::retries).sum() > 0);
    }
  }

  /** Answers, fails, hangs, is late, throws, goes down and comes back, by its generator. */
  private FakeService unruly(int number, Random random) {
    FakeService service = new FakeService("s" + number);
    AtomicInteger down = new AtomicInteger();
    service.onProbe =
        () ->
            down.get() > 0 && down.decrementAndGet() > 0
                ? FakeService.failing(ServiceFault.Kind.UNREACHABLE)
                : CompletableFuture.completedFuture("model:1");
    service.onScore = chip -> answer(draw(random), down);
    return service;
  }

  private static int draw(Random random) {
    synchronized (random) {
      return random.nextInt(1000);
    }
  }

  private CompletableFuture<ClassScores> answer(int dice, AtomicInteger down) {
    if (down.get() > 0 || dice < 4) {
      down.compareAndSet(0, 3);
      return later(dice % 2, ServiceFault.Kind.UNREACHABLE);
    }
    if (dice < 60) {
      return later(dice % 3, ServiceFault.Kind.TEMPORARY);
    }
    if (dice < 70) {
      return FakeService.failing(ServiceFault.Kind.PERMANENT);
    }
    if (dice < 74) {
      throw FakeService.fault(ServiceFault.Kind.TEMPORARY);
    }
    if (dice < 77) {
      return dice == 74 ? new Deaf() : new CompletableFuture<>();
    }
    CompletableFuture<ClassScores> answer = dice < 82 ? new Deaf() : new CompletableFuture<>();
    if (dice >= 82 && dice < 500) {
      answer.complete(TestChips.SCORES);
    } else {
      // those below are late: the pool has given them up by then
      int micros = dice < 82 ? 14_000 : dice;
      var unused =
          transport.schedule(
              () -> answer.complete(TestChips.SCORES), micros, TimeUnit.MICROSECONDS);
    }
    return answer;
  }

  private CompletableFuture<ClassScores> later(int millis, ServiceFault.Kind kind) {
    CompletableFuture<ClassScores> answer = new CompletableFuture<>();
    var unused =
        transport.schedule(
            () -> answer.completeExceptionally(FakeService.fault(kind)),
            millis,
            TimeUnit.MILLISECONDS);
    return answer;
  }

  /** A call that cannot be broken off. */
  private static final class Deaf extends CompletableFuture<ClassScores> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }
  }
}
