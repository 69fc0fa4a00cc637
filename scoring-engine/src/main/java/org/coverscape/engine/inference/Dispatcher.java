package org.coverscape.engine.inference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ChipOutcome;
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

  private final PoolTimer timer;
  private final PoolSettings settings;
  private final LaneWatch watch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // guarded by lock, all of these
  private final Lanes lanes;
  private final Random jitter;
  private final Set<Ticket> open = new LinkedHashSet<>();
  private final Set<Ticket> resting = new HashSet<>();
  private final Set<Call> running = new LinkedHashSet<>();
  private final Backlog backlog;
  private int awaiting;
  private boolean connected;
  private boolean cancelled;
  private boolean paused;

  Dispatcher(
      List<InferenceService> services,
      PoolSettings settings,
      PoolTimer timer,
      ServicePoolListener listener) {
    long now = System.nanoTime();
    this.settings = settings;
    this.timer = timer;
    this.lanes = new Lanes(services, settings, now);
    this.backlog = new Backlog(new RetryBudget(now));
    this.jitter = settings.retry().jitter();
    this.watch = new LaneWatch(lanes, lock, timer, settings, listener, this::lanesChanged);
  }

  /** Opens all services, which were found to run this model. */
  void begin(String model) {
    lock.lock();
    try {
      watch.begin(model);
      connected = true;
    } finally {
      lock.unlock();
    }
    tickLater();
  }

  /** See {@link ServicePool#join}. */
  void join(InferenceService service) {
    lock.lock();
    try {
      if (!connected) {
        throw new IllegalStateException("the pool is not connected");
      }
      if (!cancelled) {
        watch.join(service);
        return;
      }
    } finally {
      lock.unlock();
    }
    service.close();
  }

  /** All services that were ever in the pool. */
  List<InferenceService> services() {
    lock.lock();
    try {
      return lanes.all().stream().map(Lane::service).toList();
    } finally {
      lock.unlock();
    }
  }

  /** See {@link ServicePool#leave}. */
  void leave(ServiceEndpoint endpoint) {
    lock.lock();
    try {
      lanes.at(endpoint).ifPresent(watch::leave);
    } finally {
      lock.unlock();
    }
    lanesChanged();
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
      while (refusal == null && (paused || !hasRoom())) {
        changed.await();
        refusal = refusal(ticket);
      }
      open.add(ticket);
      if (refusal == null) {
        backlog.add(ticket);
        call = next();
      }
    } finally {
      lock.unlock();
    }
    if (refusal != null) {
      deliver(ticket, refusal);
    } else if (call != null) {
      start(call);
    }
  }

  /**
   * Whether another chip is taken on. Those that failed and wait for another try leave their room
   * to others, as many as fit the windows: a service that fails now and then has to be kept busy.
   */
  private boolean hasRoom() {
    int capacity = lanes.capacity();
    return open.size() < settings.held()
        && open.size() - Math.min(resting.size(), capacity) < capacity;
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
      return watch.exhausted();
    } finally {
      lock.unlock();
    }
  }

  /** See {@link ServicePool#awaitIdle}. */
  void awaitIdle() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      awaiting++;
      while (!open.isEmpty()) {
        changed.await();
      }
    } finally {
      awaiting--;
      lock.unlock();
    }
  }

  /** See {@link ServicePool#cancel}. */
  void cancel() {
    Endings endings = new Endings();
    lock.lock();
    try {
      cancelled = true;
      backlog.clear();
      for (Ticket ticket : open) {
        if (ticket.end()) {
          endings.add(ticket, ticket.unscored(UnscoredReason.CANCELLED, ""));
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    finish(endings);
  }

  List<ServiceStats> stats() {
    lock.lock();
    try {
      long now = System.nanoTime();
      return lanes.all().stream().map(lane -> lane.stats(now)).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Why a chip is not even tried; null when it is. Claims its end. Under the lock. */
  private @Nullable ChipOutcome refusal(Ticket ticket) {
    Optional<String> exhausted = watch.exhausted();
    if (!cancelled && exhausted.isEmpty()) {
      return null;
    }
    ticket.end();
    return cancelled
        ? ticket.unscored(UnscoredReason.CANCELLED, "")
        : ticket.unscored(UnscoredReason.SERVICE, exhausted.orElse(""));
  }

  /** The next call of those that wait and have somewhere to go. Under the lock. */
  private @Nullable Call next() {
    Call call = backlog.next(lanes, System.nanoTime());
    if (call != null) {
      running.add(call);
      resting.removeAll(call.tickets());
    }
    return call;
  }

  private void start(Call call) {
    InferenceService service = call.lane().service();
    CompletableFuture<List<ChipAnswer>> answer = Faults.ask(() -> service.score(call.chips()));
    boolean wanted;
    lock.lock();
    try {
      call.answer(answer);
      wanted = call.wanted();
    } finally {
      lock.unlock();
    }
    if (!wanted) {
      call.breakOff();
    }
    var unused = answer.whenComplete((scores, error) -> answered(call, scores, error));
  }

  private void answered(Call call, @Nullable List<ChipAnswer> scores, @Nullable Throwable error) {
    if (scores == null) {
      failed(call, Faults.of(call.lane().endpoint(), error));
    } else if (scores.size() == call.tickets().size()) {
      scored(call, scores);
    } else {
      failed(call, Faults.miscounted(call.lane().endpoint(), call.tickets().size(), scores.size()));
    }
  }

  private void scored(Call call, List<ChipAnswer> scores) {
    Endings endings = new Endings();
    lock.lock();
    try {
      long now = System.nanoTime();
      if (!settle(call, now)) {
        return;
      }
      for (int i = 0; i < scores.size(); i++) {
        Ticket ticket = call.tickets().get(i);
        if (ticket.end()) {
          endings.add(ticket, ticket.scored(scores.get(i), call.lane()));
          backlog.earn();
        }
      }
      call.lane().answered(now, now - call.sentAt(), endings.size());
      wake();
    } finally {
      lock.unlock();
    }
    finish(endings);
  }

  private void failed(Call call, ServiceFault fault) {
    Endings endings = new Endings();
    lock.lock();
    try {
      long now = System.nanoTime();
      if (!settle(call, now)) {
        return;
      }
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
      wake();
    } finally {
      lock.unlock();
    }
    finish(endings);
  }

  /** One chip of a failed call: another try, or its end. Under the lock. */
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
      var unused = timer.after(settings.retry().pause(pauses, jitter), () -> queue(ticket));
    } else if (ticket.end()) {
      endings.add(
          ticket, ticket.unscored(UnscoredReason.SERVICE, String.valueOf(fault.getMessage())));
    }
  }

  private static boolean isOfTheRequest(ServiceFault.Kind kind) {
    return kind == ServiceFault.Kind.PERMANENT || kind == ServiceFault.Kind.UNUSABLE;
  }

  /** Takes a call off the books; false when it is off already. Under the lock. */
  private boolean settle(Call call, long now) {
    if (!call.settle()) {
      return false;
    }
    running.remove(call);
    call.lane().returned(now, call.outdated());
    call.tickets().forEach(ticket -> ticket.returned(call));
    watch.returned(call.lane());
    return true;
  }

  private void queue(Ticket ticket) {
    Endings endings = new Endings();
    lock.lock();
    try {
      if (!ticket.ended()) {
        if (watch.hasHope(ticket)) {
          backlog.addAgain(ticket, System.nanoTime());
        } else {
          strand(ticket, endings);
        }
      }
    } finally {
      lock.unlock();
    }
    finish(endings);
    drain();
  }

  /** Has chips that wait for a call sent. Under the lock. */
  private void wake() {
    if (!backlog.isEmpty()) {
      // on the timer's thread: transports must not be kept, and calls must not nest
      timer.soon(this::drain);
    }
  }

  private void drain() {
    for (Call call = nextLocked(); call != null; call = nextLocked()) {
      start(call);
    }
  }

  private @Nullable Call nextLocked() {
    lock.lock();
    try {
      return next();
    } finally {
      lock.unlock();
    }
  }

  private void tickLater() {
    var unused = timer.after(settings.limits().tick(), this::tick);
  }

  /** Ends calls that take too long, sends chips twice where that helps, tries those that rested. */
  private void tick() {
    try {
      look();
    } finally {
      tickLater();
    }
  }

  private void look() {
    List<Call> overdue;
    List<Call> second;
    lock.lock();
    try {
      long now = System.nanoTime();
      overdue = running.stream().filter(call -> call.isOverdue(now)).toList();
      boolean ending = awaiting > 0 && backlog.isEmpty() && !cancelled;
      second = Hedge.calls(running, lanes, ending, now);
      running.addAll(second);
    } finally {
      lock.unlock();
    }
    overdue.forEach(this::cutOff);
    second.forEach(this::start);
    drain();
  }

  private void cutOff(Call call) {
    failed(call, Faults.late(call.lane().endpoint()));
    call.breakOff();
  }

  /** A service came, came back, or is gone: then chips may have somewhere to go, or nowhere. */
  private void lanesChanged() {
    Endings endings = new Endings();
    lock.lock();
    try {
      for (Ticket ticket : open) {
        if (!ticket.running() && !watch.hasHope(ticket)) {
          strand(ticket, endings);
        }
      }
      // whoever brings chips looks again, too: there may be more room, or no hope
      changed.signalAll();
      wake();
    } finally {
      lock.unlock();
    }
    finish(endings);
  }

  /** Ends a chip that no service is left for. Under the lock. */
  private void strand(Ticket ticket, Endings endings) {
    if (ticket.end()) {
      backlog.remove(ticket);
      endings.add(
          ticket,
          ticket.unscored(UnscoredReason.SERVICE, watch.exhausted().orElse(LaneWatch.NONE_LEFT)));
    }
  }

  /** Breaks off what nobody waits for any more, and hands outcomes over. Outside the lock. */
  private void finish(Endings endings) {
    if (endings.size() == 0) {
      return;
    }
    if (!endings.calls().isEmpty()) {
      breakOff(endings.calls());
    }
    endings.forEach(this::deliver);
  }

  private void breakOff(Set<Call> calls) {
    List<Call> useless = new ArrayList<>(calls.size());
    lock.lock();
    try {
      long now = System.nanoTime();
      for (Call call : calls) {
        if (!call.wanted() && settle(call, now)) {
          if (!cancelled && Hedge.isStalled(call, now)) {
            watch.overtaken(call);
          }
          useless.add(call);
        }
      }
    } finally {
      lock.unlock();
    }
    useless.forEach(Call::breakOff);
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
        resting.remove(ticket);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
