package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the services of a pool: lets new ones in, asks lost ones until they are back or given
 * up, puts aside those that fail again and again or say that they want no chips, and lets those go
 * that are taken off the list.
 *
 * <p>The methods expect the pool's lock; services and listeners are called without it.
 */
final class LaneWatch {
  static final String NONE_LEFT = "No service is left that answers; start one and resume the job.";

  private static final int LONGEST_ASIDE = 12;
  private static final Duration REST = Duration.ofMillis(10);
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  private final Lanes lanes;
  private final ReentrantLock lock;
  private final PoolTimer timer;
  private final PoolSettings settings;
  private final ServicePoolListener listener;
  private final Runnable changed;
  private String model = "";
  private boolean growing;
  private boolean barren;
  private int memberships;

  /**
   * @param changed called without the lock after a service came, came back or is gone
   */
  LaneWatch(
      Lanes lanes,
      ReentrantLock lock,
      PoolTimer timer,
      PoolSettings settings,
      ServicePoolListener listener,
      Runnable changed) {
    this.lanes = lanes;
    this.lock = lock;
    this.timer = timer;
    this.settings = settings;
    this.listener = listener;
    this.changed = changed;
  }

  /** All were reached and run this model. */
  void begin(String agreedModel) {
    model = agreedModel;
    for (Lane lane : lanes.all()) {
      lane.begin();
      tell(lane);
      ask(lane);
    }
  }

  /** A service that is new on the list: it gets chips once it was reached and runs the model. */
  void join(InferenceService service) {
    growing = true;
    barren = false;
    memberships++;
    Lane lane = lanes.add(service, System.nanoTime());
    lane.lose(System.nanoTime());
    later(lane, Duration.ZERO, e -> probe(lane, e));
    later(lane, settings.limits().lost(), e -> giveUp(lane, e));
  }

  /** A service that was taken off the list: it is closed once its last call has ended. */
  void leave(Lane lane) {
    growing = true;
    lane.leave();
    tell(lane);
    returned(lane);
    awaitOthers();
  }

  private void die(Lane lane, String why) {
    lane.die(why);
    tell(lane);
    awaitOthers();
  }

  /** Where none is left, but others may join: they have as long as a lost one. */
  private void awaitOthers() {
    if (growing && lanes.noneLeft()) {
      int last = ++memberships;
      var unused = timer.after(settings.limits().lost(), () -> dry(last));
    }
  }

  private void dry(int membership) {
    lock.lock();
    try {
      barren |= membership == memberships;
    } finally {
      lock.unlock();
    }
    changed.run();
  }

  /** A call to it has ended. */
  void returned(Lane lane) {
    if (lane.state() == ServiceState.LEFT && lane.inFlight() == 0) {
      timer.soon(lane.service()::close);
    }
  }

  /** Whether a chip may find a service, now or later. */
  boolean hasHope(Ticket ticket) {
    return lanes.anyFor(ticket) || (lanes.noneLeft() && mayGrow());
  }

  /** Whether services may still join where none is left. */
  private boolean mayGrow() {
    return growing && !barren;
  }

  /** Why no chip can be scored any more; empty as long as there is hope. */
  Optional<String> exhausted() {
    return !lanes.noneLeft() || mayGrow() ? Optional.empty() : Optional.of(NONE_LEFT);
  }

  /** A call failed for which somebody waited. */
  void failed(Call call, ServiceFault fault, long now) {
    Lane lane = call.lane();
    lane.note(fault);
    if (call.outdated()) {
      return;
    }
    lane.called(fault.kind(), lanes.othersThan(lane));
    if (fault.kind() == ServiceFault.Kind.UNREACHABLE) {
      lose(lane);
    } else if (fault.kind() == ServiceFault.Kind.OVERLOADED) {
      Duration rest = lane.refused(now, call.sentAt(), REST, LONGEST_REST);
      var unused = timer.after(rest, changed);
    } else {
      trip(lane);
    }
  }

  /** A call was so late that another service was first. */
  void overtaken(Call call) {
    if (!call.outdated()) {
      call.lane().overtaken();
      trip(call.lane());
    }
  }

  private void trip(Lane lane) {
    if (lane.state() == ServiceState.UP && lane.isTripped(settings.retry().failuresInRow())) {
      int times = lane.aside();
      tell(lane);
      // the first time it is asked at once, because the chips may be at fault, not the service
      Duration rest =
          times == 1
              ? settings.retry().backoffBase()
              : settings.limits().aside().multipliedBy(Math.min(LONGEST_ASIDE, times - 1));
      later(lane, rest, e -> probe(lane, e));
      later(lane, rest.plus(settings.limits().lost()), e -> giveUp(lane, e));
    }
  }

  private void lose(Lane lane) {
    if (lane.state() != ServiceState.UP && lane.state() != ServiceState.ASIDE) {
      return;
    }
    // a single broken connection is mended at once; one that breaks again is given time
    boolean worked = lane.lose(System.nanoTime());
    tell(lane);
    later(
        lane,
        worked ? settings.retry().backoffBase() : settings.limits().probeEvery(),
        e -> probe(lane, e));
    later(lane, lane.patienceLeft(settings.limits().lost()), e -> giveUp(lane, e));
  }

  /** Hands a task the lane's epoch of now, later. */
  private void later(Lane lane, Duration pause, IntConsumer task) {
    int epoch = lane.epoch();
    var unused = timer.after(pause, () -> task.accept(epoch));
  }

  private void up(Lane lane) {
    lane.up(System.nanoTime());
    tell(lane);
    ask(lane);
  }

  private void giveUp(Lane lane, int epoch) {
    String lost =
        "The service at " + lane.name() + " was lost for too long; start it and resume the job.";
    change(lane, epoch, () -> die(lane, lane.complaint().orElse(lost)));
  }

  private void probe(Lane lane, int epoch) {
    var unused =
        Faults.ask(lane.service()::probe)
            .whenComplete((answer, error) -> probed(lane, epoch, answer, error));
  }

  private void probed(Lane lane, int epoch, @Nullable String answer, @Nullable Throwable error) {
    if (answer == null) {
      failed(lane, epoch, Faults.of(lane.endpoint(), error), e -> probe(lane, e));
    } else if (answer.equals(model)) {
      change(lane, epoch, () -> up(lane));
    } else {
      String why =
          "The service at "
              + lane.name()
              + " runs another model ("
              + answer
              + ") than the job and is not used.";
      change(lane, epoch, () -> die(lane, why));
    }
  }

  /** Asks a service that is up, every now and then, whether it wants chips. */
  private void ask(Lane lane) {
    later(lane, settings.limits().readyEvery(), epoch -> question(lane, epoch));
  }

  private void question(Lane lane, int epoch) {
    var unused =
        Faults.ask(lane.service()::ready)
            .whenComplete((wants, error) -> replied(lane, epoch, wants, error));
  }

  private void replied(Lane lane, int epoch, @Nullable Boolean wants, @Nullable Throwable error) {
    boolean isUp;
    lock.lock();
    try {
      isUp = lane.state() == ServiceState.UP;
    } finally {
      lock.unlock();
    }
    if (wants == null) {
      failed(lane, epoch, Faults.of(lane.endpoint(), error), e -> question(lane, e));
    } else if (wants == isUp) {
      again(lane, epoch, e -> question(lane, e));
    } else if (wants) {
      change(lane, epoch, () -> up(lane));
    } else {
      change(lane, epoch, () -> standAside(lane));
    }
  }

  private void standAside(Lane lane) {
    lane.standAside();
    tell(lane);
    later(lane, settings.limits().probeEvery(), e -> question(lane, e));
    later(lane, settings.limits().lost(), e -> giveUp(lane, e));
  }

  /** Asks once more, later, unless the lane's state has changed. */
  private void again(Lane lane, int epoch, IntConsumer task) {
    var unused = inEpoch(lane, epoch, () -> later(lane, pause(lane.state()), task));
  }

  /** It did not answer a question: it is lost, or asked once more. */
  private void failed(Lane lane, int epoch, ServiceFault fault, IntConsumer task) {
    var unused =
        inEpoch(
            lane,
            epoch,
            () -> {
              lane.note(fault);
              boolean gone = fault.kind() == ServiceFault.Kind.UNREACHABLE;
              if (gone && lane.state() != ServiceState.LOST) {
                lose(lane);
              } else {
                later(lane, pause(lane.state()), task);
              }
            });
  }

  /** Until the next question. */
  private Duration pause(ServiceState state) {
    return switch (state) {
      case UP -> settings.limits().readyEvery();
      case ASIDE -> settings.limits().aside();
      case LOST, DEAD, LEFT -> settings.limits().probeEvery();
    };
  }

  /** Changes a lane's state, unless it has changed already since the epoch. */
  private void change(Lane lane, int epoch, Runnable step) {
    if (inEpoch(lane, epoch, step)) {
      changed.run();
    }
  }

  /** Takes a step, unless the lane's state has changed since the epoch; answers whether it did. */
  private boolean inEpoch(Lane lane, int epoch, Runnable step) {
    lock.lock();
    try {
      boolean same = lane.epoch() == epoch;
      if (same) {
        step.run();
      }
      return same;
    } finally {
      lock.unlock();
    }
  }

  private void tell(Lane lane) {
    ServiceStats stats = lane.stats(System.nanoTime());
    timer.soon(() -> listener.serviceChanged(stats));
  }
}
