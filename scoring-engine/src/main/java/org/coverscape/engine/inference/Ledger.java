package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;
import org.jspecify.annotations.Nullable;

/**
 * The books on every chip that a {@link ServicePool} has taken on, from its coming to the handing
 * over of its outcome: which calls carry it, whether it waits for another try, and how it ends.
 *
 * <p>Guarded by the pool's lock, which every method expects to be held. It only decides: it calls
 * no service and hands no outcome over. The calls and {@link Endings} that it answers with belong
 * to the caller, who sees to them once the lock is released.
 */
final class Ledger {
  private final Lanes lanes;
  private final LaneWatch watch;
  private final PoolSettings settings;
  private final BiConsumer<Ticket, Duration> rest;
  private final Random jitter;
  private final Backlog backlog;
  private final Set<Ticket> open = new LinkedHashSet<>();
  private final Set<Ticket> resting = new HashSet<>();
  private final Set<Call> running = new LinkedHashSet<>();
  private boolean cancelled;

  /**
   * Books without a chip.
   *
   * @param rest takes a chip that failed and how long it rests, and sees to it that {@link #rested}
   *     is called then; called under the lock
   */
  Ledger(
      Lanes lanes,
      LaneWatch watch,
      PoolSettings settings,
      long now,
      BiConsumer<Ticket, Duration> rest) {
    this.lanes = lanes;
    this.watch = watch;
    this.settings = settings;
    this.rest = rest;
    this.jitter = settings.retry().jitter();
    this.backlog = new Backlog(new RetryBudget(now));
  }

  /**
   * Whether another chip is taken on. Those that failed and wait for another try leave their room
   * to others, as many as fit the windows: a service that fails now and then has to be kept busy.
   */
  boolean hasRoom() {
    int capacity = lanes.capacity();
    return open.size() < settings.held()
        && open.size() - Math.min(resting.size(), capacity) < capacity;
  }

  /** Why a chip is not even tried; null when it is. Claims its end. */
  @Nullable ChipOutcome refusal(Ticket ticket) {
    Optional<String> exhausted = watch.exhausted();
    if (!cancelled && exhausted.isEmpty()) {
      return null;
    }
    ticket.end();
    return cancelled
        ? ticket.unscored(UnscoredReason.CANCELLED, "")
        : ticket.unscored(UnscoredReason.SERVICE, exhausted.orElse(""));
  }

  /** Enters a chip that is tried or refused: the pool is not idle until it is struck off. */
  void enter(Ticket ticket) {
    open.add(ticket);
  }

  /** Has a chip that was entered wait for its first call. */
  void enqueue(Ticket ticket) {
    backlog.add(ticket);
  }

  /** Whether chips wait for a call. */
  boolean hasWaiting() {
    return !backlog.isEmpty();
  }

  /** The next call of those that wait and have somewhere to go; null where there is none. */
  @Nullable Call next() {
    Call call = backlog.next(lanes, System.nanoTime());
    if (call != null) {
      running.add(call);
      resting.removeAll(call.tickets());
    }
    return call;
  }

  /** The calls that take longer than their services may. */
  List<Call> overdue(long now) {
    return running.stream().filter(call -> call.isOverdue(now)).toList();
  }

  /**
   * The calls that send chips a second time.
   *
   * @param last whether somebody waits for the last chips to end
   */
  List<Call> hedge(boolean last, long now) {
    boolean ending = last && backlog.isEmpty() && !cancelled;
    List<Call> second = Hedge.calls(running, lanes, ending, now);
    running.addAll(second);
    return second;
  }

  /** Takes a call off the books; false when it is off already, and nothing is left to do. */
  boolean settle(Call call, long now) {
    if (!call.settle()) {
      return false;
    }
    running.remove(call);
    call.lane().returned(now, call.outdated());
    call.tickets().forEach(ticket -> ticket.returned(call));
    watch.returned(call.lane());
    return true;
  }

  /** Ends the chips of a settled call that was answered, with an answer for each. */
  Endings scored(Call call, List<ChipAnswer> answers, long now) {
    Endings endings = new Endings();
    for (int i = 0; i < answers.size(); i++) {
      Ticket ticket = call.tickets().get(i);
      if (ticket.end()) {
        endings.add(ticket, ticket.scored(answers.get(i), call.lane()));
        backlog.earn();
      }
    }
    call.lane().answered(now, now - call.sentAt(), endings.size());
    return endings;
  }

  /** Has the chips of a settled call that failed tried again, or ends them. */
  Endings failed(Call call, ServiceFault fault, long now) {
    Endings endings = new Endings();
    boolean missed = false;
    for (Ticket ticket : call.tickets()) {
      if (!ticket.ended()) {
        missed = true;
        fail(ticket, call, fault, now, endings);
      }
    }
    if (missed) {
      watch.failed(call, fault, now);
    }
    return endings;
  }

  /** One chip of a failed call: another try, or its end. */
  private void fail(Ticket ticket, Call call, ServiceFault fault, long now, Endings endings) {
    Lane lane = call.lane();
    boolean shared = call.tickets().size() > 1 && isOfTheRequest(fault.kind());
    if (ticket.running()) {
      return; // sent twice, and the other call is still out
    }
    if (shared && !ticket.alone()) {
      // one bad image must not take the others of its call along
      ticket.goAlone();
      lane.failed(true);
      resting.add(ticket);
      backlog.addAgain(ticket, now);
      return;
    }
    int failure = ticket.failed(lane, fault.kind());
    boolean again = settings.retry().allows(fault.kind(), failure) && watch.hasHope(ticket);
    lane.failed(again);
    if (again) {
      resting.add(ticket);
      // a lost service says nothing about the chip, so that its pause does not grow
      int pauses = fault.kind() == ServiceFault.Kind.UNREACHABLE ? 1 : failure;
      rest.accept(ticket, settings.retry().pause(pauses, jitter));
    } else if (ticket.end()) {
      endings.add(
          ticket, ticket.unscored(UnscoredReason.SERVICE, String.valueOf(fault.getMessage())));
    }
  }

  private static boolean isOfTheRequest(ServiceFault.Kind kind) {
    return kind == ServiceFault.Kind.PERMANENT || kind == ServiceFault.Kind.UNUSABLE;
  }

  /** A chip has rested: it waits for another call, or ends where no service is left for it. */
  Endings rested(Ticket ticket) {
    Endings endings = new Endings();
    if (!ticket.ended()) {
      if (watch.hasHope(ticket)) {
        backlog.addAgain(ticket, System.nanoTime());
      } else {
        strand(ticket, endings);
      }
    }
    return endings;
  }

  /** Ends the chips that no call carries and no service is left for. */
  Endings strandHopeless() {
    Endings endings = new Endings();
    for (Ticket ticket : open) {
      if (!ticket.running() && !watch.hasHope(ticket)) {
        strand(ticket, endings);
      }
    }
    return endings;
  }

  private void strand(Ticket ticket, Endings endings) {
    if (ticket.end()) {
      backlog.remove(ticket);
      endings.add(
          ticket,
          ticket.unscored(UnscoredReason.SERVICE, watch.exhausted().orElse(LaneWatch.NONE_LEFT)));
    }
  }

  /** Ends all chips as cancelled, and has later ones refused. */
  Endings cancel() {
    Endings endings = new Endings();
    cancelled = true;
    backlog.clear();
    for (Ticket ticket : open) {
      if (ticket.end()) {
        endings.add(ticket, ticket.unscored(UnscoredReason.CANCELLED, ""));
      }
    }
    return endings;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Takes those calls off the books that nobody waits for any more; answers which they are. */
  List<Call> settleUnwanted(Set<Call> calls) {
    List<Call> useless = new ArrayList<>(calls.size());
    long now = System.nanoTime();
    for (Call call : calls) {
      if (!call.wanted() && settle(call, now)) {
        if (!cancelled && Hedge.isStalled(call, now)) {
          watch.overtaken(call);
        }
        useless.add(call);
      }
    }
    return useless;
  }

  /** Strikes a chip off, once its outcome was handed over. */
  void strike(Ticket ticket) {
    open.remove(ticket);
    resting.remove(ticket);
  }

  /** Whether no chip is on the books. */
  boolean isEmpty() {
    return open.isEmpty();
  }
}
