package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;

/** A service that does what a test says; it answers at once until told otherwise. */
final class FakeService implements InferenceService {
  final AtomicInteger calls = new AtomicInteger();
  final AtomicInteger probes = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final CountDownLatch closing = new CountDownLatch(1);
  volatile Function<Chip, CompletableFuture<ClassScores>> onScore =
      chip -> CompletableFuture.completedFuture(TestChips.SCORES);
  volatile Supplier<CompletableFuture<String>> onProbe =
      () -> CompletableFuture.completedFuture("model:1");

  volatile Supplier<CompletableFuture<Boolean>> onReady =
      () -> CompletableFuture.completedFuture(true);
  volatile Function<List<Chip>, CompletableFuture<List<ChipAnswer>>> onBatch = this::single;
  volatile int batch = 1;
  volatile Optional<Duration> deadline = Optional.empty();
  final Queue<Integer> sizes = new ConcurrentLinkedQueue<>();

  private final ServiceEndpoint endpoint;
  private final BlockingQueue<Map.Entry<Chip, CompletableFuture<ClassScores>>> held =
      new LinkedBlockingQueue<>();

  FakeService(String host) {
    this.endpoint = new ServiceEndpoint(host, 8500);
  }

  static ServiceFault fault(ServiceFault.Kind kind) {
    return new ServiceFault(kind, "It was " + kind + ".");
  }

  static <T> CompletableFuture<T> failing(ServiceFault.Kind kind) {
    return CompletableFuture.failedFuture(fault(kind));
  }

  /** From now on, chips wait until the test answers them. */
  FakeService holding() {
    onScore =
        chip -> {
          CompletableFuture<ClassScores> answer = new CompletableFuture<>();
          held.add(Map.entry(chip, answer));
          return answer;
        };
    return this;
  }

  /** From now on, chips fail. */
  FakeService failingWith(ServiceFault.Kind kind) {
    onScore = chip -> failing(kind);
    return this;
  }

  /** The next chip that waits; fails the test when none comes. */
  Map.Entry<Chip, CompletableFuture<ClassScores>> nextHeld() throws InterruptedException {
    var next = held.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no chip came to " + endpoint);
    }
    return next;
  }

  int holds() {
    return held.size();
  }

  @Override
  public ServiceEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public CompletableFuture<String> probe() {
    probes.incrementAndGet();
    return onProbe.get();
  }

  @Override
  public CompletableFuture<List<ChipAnswer>> score(List<Chip> chips) {
    calls.incrementAndGet();
    sizes.add(chips.size());
    return onBatch.apply(chips);
  }

  @Override
  public CompletableFuture<Boolean> ready() {
    return onReady.get();
  }

  @Override
  public int batchLimit() {
    return batch;
  }

  @Override
  public Optional<Duration> deadline() {
    return deadline;
  }

  private CompletableFuture<List<ChipAnswer>> single(List<Chip> chips) {
    CompletableFuture<ClassScores> answer = onScore.apply(chips.get(0));
    CompletableFuture<List<ChipAnswer>> answers =
        answer.thenApply(scores -> List.of(ChipAnswer.of(scores)));
    var unused =
        answers.whenComplete(
            (scores, error) -> {
              if (answers.isCancelled()) {
                answer.cancel(true);
              }
            });
    return answers;
  }

  @Override
  public void close() {
    closed.incrementAndGet();
    closing.countDown();
  }
}
