package org.coverscape.engine.inference;

import java.util.function.Consumer;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.UnscoredReason;
import org.jspecify.annotations.Nullable;

/** A chip that a {@link ServicePool} has taken on. What changes is guarded by the pool's lock. */
final class Ticket {
  private final Chip chip;
  private final Consumer<ChipOutcome> done;
  private int attempts;
  private int losses;
  private boolean ended;
  private volatile @Nullable Call call;

  Ticket(Chip chip, Consumer<ChipOutcome> done) {
    this.chip = chip;
    this.done = done;
  }

  Chip chip() {
    return chip;
  }

  /** Hands the outcome on; outside the lock, by whoever got true from {@link #end}. */
  void deliver(ChipOutcome outcome) {
    done.accept(outcome);
  }

  /** Claims the end of the chip: true for the first who asks, and only for him. */
  boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }

  boolean ended() {
    return ended;
  }

  /** Notes the latest call. */
  void call(Call latest) {
    call = latest;
  }

  /** Tells the service that works on it, if any, that nobody waits; outside the lock. */
  void breakOff() {
    Call latest = call;
    if (latest != null) {
      latest.breakOff();
    }
  }

  /** Whether a service works on it. */
  boolean running() {
    Call latest = call;
    return latest != null && !latest.settled();
  }

  /** The service that failed it last; null when none did. */
  @Nullable Lane failedBy() {
    Call latest = call;
    return latest == null ? null : latest.lane();
  }

  /** Counts a failure; answers how many of its kind there have been. */
  int failed(ServiceFault.Kind kind) {
    return kind == ServiceFault.Kind.UNREACHABLE ? ++losses : ++attempts;
  }

  ChipOutcome scored(ClassScores scores, Lane lane) {
    return new ChipOutcome.Scored(chip.index(), chip.imagery(), scores, lane.endpoint().toString());
  }

  ChipOutcome unscored(UnscoredReason reason, String detail) {
    return new ChipOutcome.Unscored(chip.index(), chip.imagery(), reason, detail);
  }
}
