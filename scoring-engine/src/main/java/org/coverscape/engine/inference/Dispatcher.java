package org.coverscape.engine.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.UnscoredReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the books on every chip that a {@link ServicePool} has taken on, from its coming to the
 * handing over of its outcome.
 *
 * <p>One lock guards all books. What is decided under it is done after it is released: calling a
 * service, breaking a call off, handing over an outcome. Whoever turns {@link Call#settle} or
 * {@link Ticket#end} first owns what follows, so that late, double and cancelled answers find
 * nothing left to do. Thread-safe.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final String NONE_LEFT =
      "No service is left that answers; start one and resume the job.";

  private final PoolSettings settings;
  private final PoolTimer timer;
  private final LaneWatch watch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // guarded by lock, all of these
  private final Lanes lanes;
  private final Random jitter;
  private final Set<Ticket> open = new LinkedHashSet<>();
  private final Deque<Ticket> waiting = new ArrayDeque<>();
  private boolean connected;
  private boolean cancelled;
  private boolean paused;

  Dispatcher(
      List<InferenceService> services,
      PoolSettings settings,
      PoolTimer timer,
      ServicePoolListener listener) {
    this.settings = settings;
    this.timer = timer;
    this.lanes = new Lanes(services, settings.inFlight());
    this.jitter = settings.retry().jitter();
    this.watch = new LaneWatch(lock, timer, settings, listener, this::laneChanged);
  }

  /** Opens all services, which were found to run this model. */
  void begin(String model) {
    lock.lock();
    try {
      watch.begin(lanes, model);
      connected = true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a chip on; see {@link ServicePool#score}. */
  void take(Ticket ticket) throws InterruptedException {
    ChipOutcome refusal;
    Call call = null;
    lock.lockInterruptibly();
    try {
      if (!connected) {
        throw new IllegalStateException("the pool is not connected");
      }
      refusal = refusal(ticket);
      while (refusal == null && (call = admit(ticket)) == null) {
        changed.await();
        refusal = refusal(ticket);
      }
      open.add(ticket);
    } finally {
      lock.unlock();
    }
    if (refusal != null) {
      deliver(ticket, refusal);
    } else if (call != null) {
      start(call);
    }
  }

  /** See {@link ServicePool#pause} and {@link ServicePool#proceed}. */
  void pause(boolean wanted) {
    lock.lock();
    try {
      paused = wanted;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** See {@link ServicePool#exhausted}. */
  Optional<String> exhausted() {
    lock.lock();
    try {
      return lanes.noneLeft() ? Optional.of(NONE_LEFT) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** See {@link ServicePool#awaitIdle}. */
  void awaitIdle() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!open.isEmpty()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** See {@link ServicePool#cancel}. */
  void cancel() {
    List<Ticket> stopped = new ArrayList<>();
    lock.lock();
    try {
      cancelled = true;
      waiting.clear();
      open.stream().filter(Ticket::end).forEach(stopped::add);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    stopped.forEach(Ticket::breakOff);
    stopped.forEach(ticket -> deliver(ticket, cancelled(ticket)));
  }

  List<ServiceStats> stats() {
    lock.lock();
    try {
      return lanes.all().stream().map(Lane::stats).toList();
    } finally {
      lock.unlock();
    }
  }

  private static ChipOutcome cancelled(Ticket ticket) {
    return ticket.unscored(UnscoredReason.CANCELLED, "");
  }

  /** Why a chip is not even tried; null when it is. Claims its end. Under the lock. */
  private @Nullable ChipOutcome refusal(Ticket ticket) {
    if (!cancelled && !lanes.noneLeft()) {
      return null;
    }
    ticket.end();
    return cancelled ? cancelled(ticket) : ticket.unscored(UnscoredReason.SERVICE, NONE_LEFT);
  }

  /** A new chip's call, if there is room and no older chip waits for it. Under the lock. */
  private @Nullable Call admit(Ticket ticket) {
    if (paused || !waiting.isEmpty() || open.size() >= lanes.capacity()) {
      return null;
    }
    return assign(ticket);
  }

  /** Gives a chip to a service with room; null when none has any. Under the lock. */
  private @Nullable Call assign(Ticket ticket) {
    Lane lane = lanes.pick(ticket.failedBy());
    if (lane == null) {
      return null;
    }
    lane.send();
    Call call = new Call(ticket, lane, System.nanoTime());
    ticket.call(call);
    call.cutoff(timer.after(settings.limits().call(), () -> cutOff(call)));
    return call;
  }

  private void start(Call call) {
    InferenceService service = call.lane().service();
    CompletableFuture<List<ClassScores>> answer =
        Faults.ask(() -> service.score(List.of(call.ticket().chip())));
    boolean wanted;
    lock.lock();
    try {
      wanted = call.wanted(answer);
    } finally {
      lock.unlock();
    }
    if (!wanted) {
      call.breakOff();
    }
    var unused = answer.whenComplete((scores, error) -> answered(call, scores, error));
  }

  private void answered(Call call, @Nullable List<ClassScores> scores, @Nullable Throwable error) {
    if (scores != null) {
      settle(call, () -> scored(call, scores.get(0)));
    } else {
      ServiceFault fault = Faults.of(call.lane().endpoint(), error);
      settle(call, () -> failed(call, fault));
    }
  }

  private void cutOff(Call call) {
    ServiceFault late =
        new ServiceFault(
            ServiceFault.Kind.TEMPORARY,
            "The service at " + call.lane().endpoint() + " did not answer in time.");
    settle(call, () -> failed(call, late));
    call.breakOff();
  }

  /**
   * A call is over, one way or the other; whoever says so first is believed.
   *
   * @param verdict under the lock: the chip's end, or null when it goes on
   */
  private void settle(Call call, Supplier<@Nullable ChipOutcome> verdict) {
    ChipOutcome outcome = null;
    lock.lock();
    try {
      if (!call.settle()) {
        return;
      }
      call.lane().returned();
      if (!call.ticket().ended()) {
        outcome = verdict.get();
      }
      wake();
    } finally {
      lock.unlock();
    }
    if (outcome != null) {
      deliver(call.ticket(), outcome);
    }
  }

  private @Nullable ChipOutcome scored(Call call, ClassScores scores) {
    call.lane().scored(call.nanosSince(System.nanoTime()));
    call.ticket().end();
    return call.ticket().scored(scores, call.lane());
  }

  /** The chip's end, or null when it gets another try. Under the lock. */
  private @Nullable ChipOutcome failed(Call call, ServiceFault fault) {
    Ticket ticket = call.ticket();
    int failure = ticket.failed(fault.kind());
    boolean again = !lanes.noneLeft() && mayTryAgain(fault.kind(), failure);
    call.lane().failed(fault, again);
    watch.failed(call, fault.kind());
    if (again) {
      // a lost service says nothing about the chip, so that its pause does not grow
      int pauses = fault.kind() == ServiceFault.Kind.UNREACHABLE ? 1 : failure;
      var unused = timer.after(settings.retry().pause(pauses, jitter), () -> queue(ticket));
      return null;
    }
    ticket.end();
    return ticket.unscored(UnscoredReason.SERVICE, String.valueOf(fault.getMessage()));
  }

  private boolean mayTryAgain(ServiceFault.Kind kind, int failure) {
    return switch (kind) {
      case PERMANENT -> false;
      case OVERLOADED, TEMPORARY, UNUSABLE -> failure < settings.retry().maxAttempts();
      case UNREACHABLE -> failure < settings.retry().maxLosses();
    };
  }

  private void queue(Ticket ticket) {
    lock.lock();
    try {
      if (!ticket.ended()) {
        waiting.add(ticket);
      }
    } finally {
      lock.unlock();
    }
    drain();
  }

  /** Lets those who wait look again. Under the lock. */
  private void wake() {
    changed.signalAll();
    if (!waiting.isEmpty()) {
      // on the timer's thread: transports must not be kept, and calls must not nest
      timer.soon(this::drain);
    }
  }

  private void drain() {
    for (Call call = nextWaiting(); call != null; call = nextWaiting()) {
      start(call);
    }
  }

  private @Nullable Call nextWaiting() {
    lock.lock();
    try {
      Ticket ticket = waiting.peek();
      Call call = ticket == null ? null : assign(ticket);
      if (call != null) {
        waiting.remove();
        changed.signalAll();
      }
      return call;
    } finally {
      lock.unlock();
    }
  }

  /** A service came back, or was given up: then chips may have nowhere to go. */
  private void laneChanged() {
    List<Ticket> stranded = new ArrayList<>();
    lock.lock();
    try {
      if (lanes.noneLeft()) {
        waiting.clear();
        open.stream().filter(t -> !t.running() && t.end()).forEach(stranded::add);
      }
      wake();
    } finally {
      lock.unlock();
    }
    for (Ticket ticket : stranded) {
      deliver(ticket, ticket.unscored(UnscoredReason.SERVICE, NONE_LEFT));
    }
  }

  /** Hands an outcome over and only then counts the chip as ended. Outside the lock. */
  private void deliver(Ticket ticket, ChipOutcome outcome) {
    try {
      ticket.deliver(outcome);
    } catch (RuntimeException e) {
      LOG.error("The outcome of chip {} could not be handed over", ticket.chip().index(), e);
    } finally {
      lock.lock();
      try {
        open.remove(ticket);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
