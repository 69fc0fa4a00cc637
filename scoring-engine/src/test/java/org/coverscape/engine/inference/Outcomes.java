package org.coverscape.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;

/** Collects outcomes and counts how often each chip ended. */
public final class Outcomes implements Consumer<ChipOutcome> {
  private final BlockingQueue<ChipOutcome> queue = new LinkedBlockingQueue<>();
  private final Map<ChipIndex, AtomicInteger> ends = new ConcurrentHashMap<>();

  @Override
  public void accept(ChipOutcome outcome) {
    ends.computeIfAbsent(outcome.index(), index -> new AtomicInteger()).incrementAndGet();
    queue.add(outcome);
  }

  /** The next outcome; fails the test when none comes. */
  public ChipOutcome next() throws InterruptedException {
    ChipOutcome outcome = queue.poll(10, TimeUnit.SECONDS);
    if (outcome == null) {
      throw new AssertionError("no outcome came");
    }
    return outcome;
  }

  /** The next outcome, which has to be scored. */
  public ChipOutcome.Scored nextScored() throws InterruptedException {
    return (ChipOutcome.Scored) next();
  }

  /** The next outcome, which has to be unscored for a reason. */
  public ChipOutcome.Unscored nextUnscored(UnscoredReason reason) throws InterruptedException {
    ChipOutcome.Unscored unscored = (ChipOutcome.Unscored) next();
    assertEquals(reason, unscored.reason(), unscored.detail());
    return unscored;
  }

  /** Everything that came and was not taken. */
  public List<ChipOutcome> rest() {
    return List.copyOf(queue);
  }

  /** Checks that this many different chips ended, each once. */
  public void assertEachOnce(int chips) {
    assertEquals(chips, ends.size());
    ends.forEach((index, times) -> assertEquals(1, times.get(), index.toString()));
  }
}
