package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks after services that fail: asks lost ones until they are back or given up, and puts aside
 * those that fail again and again.
 *
 * <p>The methods say which of them expect the pool's lock; services and listeners are called
 * without it.
 */
final class LaneWatch {
  private final ReentrantLock lock;
  private final PoolTimer timer;
  private final PoolSettings settings;
  private final ServicePoolListener listener;
  private final Runnable changed;
  private String model = "";

  /**
   * @param changed called without the lock after a service came back or was given up
   */
  LaneWatch(
      ReentrantLock lock,
      PoolTimer timer,
      PoolSettings settings,
      ServicePoolListener listener,
      Runnable changed) {
    this.lock = lock;
    this.timer = timer;
    this.settings = settings;
    this.listener = listener;
    this.changed = changed;
  }

  /** All were reached and run this model. Under the lock. */
  void begin(Lanes lanes, String agreedModel) {
    model = agreedModel;
    for (Lane lane : lanes.all()) {
      lane.begin();
      tell(lane);
    }
  }

  /** A call failed; the lane's books have it already. Under the lock. */
  void failed(Call call, ServiceFault.Kind kind) {
    Lane lane = call.lane();
    if (call.outdated()) {
      return;
    }
    if (kind == ServiceFault.Kind.UNREACHABLE) {
      lose(lane);
    } else if (lane.state() == ServiceState.UP
        && lane.failuresInRow() >= settings.retry().failuresInRow()) {
      lane.aside();
      tell(lane);
      later(lane, settings.limits().aside(), e -> comeBack(lane, e));
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

  /** Hands a task the lane's epoch of now, later. Under the lock. */
  private void later(Lane lane, Duration pause, IntConsumer task) {
    int epoch = lane.epoch();
    var unused = timer.after(pause, () -> task.accept(epoch));
  }

  private void comeBack(Lane lane, int epoch) {
    change(lane, epoch, () -> lane.up(System.nanoTime()));
  }

  private void giveUp(Lane lane, int epoch) {
    String why = " was lost for too long; start it and resume the job.";
    change(lane, epoch, () -> lane.die("The service at " + lane.endpoint() + why));
  }

  private void probe(Lane lane, int epoch) {
    var unused =
        Faults.ask(lane.service()::probe)
            .whenComplete((answer, error) -> probed(lane, epoch, answer, error));
  }

  private void probed(Lane lane, int epoch, @Nullable String answer, @Nullable Throwable error) {
    if (answer == null) {
      probeAgain(lane, epoch, Faults.of(lane.endpoint(), error));
    } else if (answer.equals(model)) {
      change(lane, epoch, () -> lane.up(System.nanoTime()));
    } else {
      String why = "The service at " + lane.endpoint() + " came back with another model (";
      change(lane, epoch, () -> lane.die(why + answer + ") and is not used any more."));
    }
  }

  private void probeAgain(Lane lane, int epoch, ServiceFault fault) {
    lock.lock();
    try {
      if (lane.epoch() == epoch) {
        lane.note(fault);
        later(lane, settings.limits().probeEvery(), e -> probe(lane, e));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Changes a lane's state, unless it has changed already since the epoch. */
  private void change(Lane lane, int epoch, Runnable step) {
    lock.lock();
    try {
      if (lane.epoch() != epoch) {
        return;
      }
      step.run();
      tell(lane);
    } finally {
      lock.unlock();
    }
    changed.run();
  }

  private void tell(Lane lane) {
    ServiceStats stats = lane.stats();
    timer.soon(() -> listener.serviceChanged(stats));
  }
}
