package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ChipOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes chips on for a {@link ServicePool}, has services asked for them and hands their outcomes
 * over.
 *
 * <p>One lock guards the {@link Ledger}, the services and their {@link LaneWatch}. What is decided
 * under it is done after it is released: calling a service, breaking a call off, handing over an
 * outcome. Whoever turns {@link Call#settle} or {@link Ticket#end} first owns what follows, so that
 * late, double and cancelled answers find nothing left to do. Thread-safe.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final PoolTimer timer;
  private final PoolSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  // guarded by lock, all of these
  private final Lanes lanes;
  private final LaneWatch watch;
  private final Ledger ledger;
  private int awaiting;
  private boolean connected;
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
    this.watch = new LaneWatch(lanes, lock, timer, settings, listener, this::lanesChanged);
    this.ledger = new Ledger(lanes, watch, settings, now, this::rest);
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
      if (!ledger.isCancelled()) {
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
      refusal = ledger.refusal(ticket);
      while (refusal == null && (paused || !ledger.hasRoom())) {
        changed.await();
        refusal = ledger.refusal(ticket);
      }
      ledger.enter(ticket);
      if (refusal == null) {
        ledger.enqueue(ticket);
        call = ledger.next();
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
      while (!ledger.isEmpty()) {
        changed.await();
      }
    } finally {
      awaiting--;
      lock.unlock();
    }
  }

  /** See {@link ServicePool#cancel}. */
  void cancel() {
    Endings endings;
    lock.lock();
    try {
      endings = ledger.cancel();
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
    Endings endings;
    lock.lock();
    try {
      long now = System.nanoTime();
      if (!ledger.settle(call, now)) {
        return;
      }
      endings = ledger.scored(call, scores, now);
      wake();
    } finally {
      lock.unlock();
    }
    finish(endings);
  }

  private void failed(Call call, ServiceFault fault) {
    Endings endings;
    lock.lock();
    try {
      long now = System.nanoTime();
      if (!ledger.settle(call, now)) {
        return;
      }
      endings = ledger.failed(call, fault, now);
      wake();
    } finally {
      lock.unlock();
    }
    finish(endings);
  }

  /** Lets a chip that failed rest, and has it tried again then. Under the lock. */
  private void rest(Ticket ticket, Duration pause) {
    var unused = timer.after(pause, () -> rested(ticket));
  }

  private void rested(Ticket ticket) {
    Endings endings;
    lock.lock();
    try {
      endings = ledger.rested(ticket);
    } finally {
      lock.unlock();
    }
    finish(endings);
    drain();
  }

  /** Has chips that wait for a call sent. Under the lock. */
  private void wake() {
    if (ledger.hasWaiting()) {
      // on the timer's thread: transports must not be kept, and calls must not nest
      timer.soon(this::drain);
    }
  }

  private void drain() {
    for (Call call = next(); call != null; call = next()) {
      start(call);
    }
  }

  private @Nullable Call next() {
    lock.lock();
    try {
      return ledger.next();
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
      overdue = ledger.overdue(now);
      second = ledger.hedge(awaiting > 0, now);
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
    Endings endings;
    lock.lock();
    try {
      endings = ledger.strandHopeless();
      // whoever brings chips looks again, too: there may be more room, or no hope
      changed.signalAll();
      wake();
    } finally {
      lock.unlock();
    }
    finish(endings);
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
    List<Call> useless;
    lock.lock();
    try {
      useless = ledger.settleUnwanted(calls);
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
        ledger.strike(ticket);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
