package org.coverscape.engine.scoring;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;

/** Counts how chips end. Thread-safe. */
final class ScoringTally {
  private final AtomicLong scored = new AtomicLong();
  private final AtomicLongArray unscored = new AtomicLongArray(UnscoredReason.values().length);

  void add(ChipOutcome outcome) {
    if (outcome instanceof ChipOutcome.Unscored u) {
      unscored.incrementAndGet(u.reason().ordinal());
    } else {
      scored.incrementAndGet();
    }
  }

  long scored() {
    return scored.get();
  }

  long ended() {
    return scored() + unscored().values().stream().mapToLong(Long::longValue).sum();
  }

  Map<UnscoredReason, Long> unscored() {
    Map<UnscoredReason, Long> counts = new EnumMap<>(UnscoredReason.class);
    for (UnscoredReason reason : UnscoredReason.values()) {
      long n = unscored.get(reason.ordinal());
      if (n > 0) {
        counts.put(reason, n);
      }
    }
    return counts;
  }
}
