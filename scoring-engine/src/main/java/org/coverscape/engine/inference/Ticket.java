package org.coverscape.engine.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;
import org.jspecify.annotations.Nullable;

/** A chip that a {@link ServicePool} has taken on. What changes is guarded by the pool's lock. */
final class Ticket {
  private final Chip chip;
  private final Consumer<ChipOutcome> done;
  private final List<Call> calls = new ArrayList<>(1);
  private final List<Lane> refusedBy = new ArrayList<>(0);
  private int attempts;
  private int losses;
  private int refusals;
  private boolean alone;
  private long waitsSince;
  private boolean ended;
  private @Nullable Lane failedBy;

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

  /** A call took it along. */
  void left(Call call) {
    calls.add(call);
  }

  /** That call is over. */
  void returned(Call call) {
    calls.remove(call);
  }

  /** The calls that carry it now: one, or two when it was sent twice. */
  List<Call> calls() {
    return calls;
  }

  boolean running() {
    return !calls.isEmpty();
  }

  /** The service that failed it last; null when none did. */
  @Nullable Lane failedBy() {
    return failedBy;
  }

  /** Whether a service may be asked for it: one that refused it for good is not asked again. */
  boolean mayGoTo(Lane lane) {
    return !refusedBy.contains(lane);
  }

  /** Whether it has to travel without others, because a call with others was refused. */
  boolean alone() {
    return alone;
  }

  void goAlone() {
    alone = true;
  }

  /** It waits for another call from now on. */
  void waits(long now) {
    waitsSince = now;
  }

  /** How long it has waited for another call. */
  long waited(long now) {
    return now - waitsSince;
  }

  /** Counts a failure; answers how many of its kind there have been. */
  int failed(Lane lane, ServiceFault.Kind kind) {
    failedBy = lane;
    return switch (kind) {
      case UNREACHABLE -> ++losses;
      case OVERLOADED -> ++refusals;
      case TEMPORARY, UNUSABLE -> ++attempts;
      case PERMANENT -> {
        refusedBy.add(lane);
        yield ++attempts;
      }
    };
  }

  ChipOutcome scored(ChipAnswer answer, Lane lane) {
    return new ChipOutcome.Scored(
        chip.index(),
        chip.imagery(),
        answer.scores(),
        lane.name(),
        answer.cells().map(cells -> cells.within(chip.validCells())));
  }

  ChipOutcome unscored(UnscoredReason reason, String detail) {
    return new ChipOutcome.Unscored(chip.index(), chip.imagery(), reason, detail);
  }
}
