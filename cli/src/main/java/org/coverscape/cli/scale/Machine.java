package org.coverscape.cli.scale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A client machine at work: its readers fill a queue, its services empty it. What becomes of each
 * chip is counted by the {@link RunBook}.
 */
final class Machine implements TileReader.Sink {
  private final Timeline timeline;
  private final Scenario scenario;
  private final TileSupply supply;
  private final int number;
  private final RunBook book;
  private final SplittableRandom random;
  private final Cores cores;
  private final Cores journal;
  private final Link in;
  private final Link out;
  private final List<ServiceLane> lanes;
  private final LaneChoice choice;
  private final Deque<Runnable> pausedReaders = new ArrayDeque<>();
  private int readersLeft;
  private int ready;
  private int held;

  Machine(
      Timeline timeline,
      Scenario scenario,
      TileSupply supply,
      int number,
      RunBook book,
      List<ServiceLane> lanes,
      SplittableRandom random) {
    this.timeline = timeline;
    this.scenario = scenario;
    this.supply = supply;
    this.number = number;
    this.book = book;
    this.lanes = lanes;
    this.random = random;
    cores = new Cores(timeline, scenario.client().cores());
    journal = new Cores(timeline, 1);
    in = new Link(timeline, scenario.network().inBytesPerSecond(), 0);
    out = new Link(timeline, scenario.network().outBytesPerSecond(), scenario.network().oneWay());
    choice = new LaneChoice(lanes, scenario.client());
  }

  /** Starts its readers. */
  void start(Link storage) {
    readersLeft = scenario.client().readers();
    for (int i = scenario.client().readers(); i > 0; i--) {
      new TileReader(scenario.imagery(), storage, in, cores, this, reader -> readerEnded()).next();
    }
  }

  @Override
  public boolean nextTile() {
    return supply.take(number);
  }

  @Override
  public void offer(int chips, Runnable roomForMore) {
    ready += chips;
    held += chips;
    book.cut(chips);
    if (!scoresMeanwhile() || ready < scenario.client().queue()) {
      timeline.after(0, roomForMore);
    } else {
      pausedReaders.add(roomForMore);
    }
    pump();
  }

  private boolean scoresMeanwhile() {
    return scenario.client().order() == Client.Order.OVERLAPPED;
  }

  private void readerEnded() {
    readersLeft--;
    pump();
    noteEnd();
  }

  private void pump() {
    if (readersLeft > 0 && !scoresMeanwhile()) {
      return;
    }
    while (ready > 0) {
      ServiceLane lane = choice.next();
      if (lane == null) {
        break;
      }
      ready--;
      send(lane);
    }
    while (ready < scenario.client().queue() && !pausedReaders.isEmpty()) {
      pausedReaders.remove().run();
    }
  }

  private void send(ServiceLane lane) {
    lane.send();
    book.calls().begin();
    double began = timeline.now();
    cores.workSoon(
        scenario.client().sendSeconds(),
        () -> out.send(scenario.network().requestBytes(), () -> arrive(lane, began)));
  }

  private void arrive(ServiceLane lane, double began) {
    Device.Fate fate =
        new Device.Fate() {
          @Override
          public void scored() {
            timeline.after(scenario.network().oneWay(), () -> answered(lane, began));
          }

          @Override
          public void lost() {
            timeline.after(scenario.network().oneWay(), () -> failed(lane, began));
          }
        };
    double ahead = scenario.services().aheadSeconds();
    if (ahead == 0) {
      lane.device().take(fate);
    } else {
      timeline.after(ahead, () -> lane.device().take(fate));
    }
  }

  private void answered(ServiceLane lane, double began) {
    double errors = scenario.faults().errorShare();
    boolean error = errors > 0 && random.nextDouble() < errors;
    cores.workSoon(
        scenario.client().answerSeconds(),
        () -> {
          returned(lane, began);
          if (error) {
            again();
          } else {
            journal.work(scenario.client().journalSeconds(), this::ended);
          }
          pump();
        });
  }

  private void failed(ServiceLane lane, double began) {
    returned(lane, began);
    again();
    if (lane.isUp()) {
      lane.up(false);
      probeLater(lane);
    }
    pump();
  }

  private void returned(ServiceLane lane, double began) {
    lane.returned();
    book.calls().end(began);
  }

  private void again() {
    ready++;
    book.retried();
  }

  private void ended() {
    held--;
    book.ended();
    noteEnd();
  }

  private void noteEnd() {
    if (readersLeft == 0 && held == 0) {
      book.machineFree();
    }
  }

  private void probeLater(ServiceLane lane) {
    timeline.after(
        scenario.faults().probeSeconds(),
        () -> {
          if (book.isOver()) {
            return;
          }
          if (lane.device().isDead()) {
            probeLater(lane);
          } else {
            lane.up(true);
            pump();
          }
        });
  }

  /** Seconds of work of its cores. */
  double coresBusy() {
    return cores.busySeconds();
  }

  /** Seconds of work of its services. */
  double devicesBusy() {
    return lanes.stream().mapToDouble(lane -> lane.device().busySeconds()).sum();
  }

  /** Images its services finished. */
  long scorings() {
    return lanes.stream().mapToLong(lane -> lane.device().scored()).sum();
  }

  /** Seconds in which its network card took something in. */
  double inBusy() {
    return in.busySeconds();
  }

  /** Seconds in which its network card sent. */
  double outBusy() {
    return out.busySeconds();
  }
}
