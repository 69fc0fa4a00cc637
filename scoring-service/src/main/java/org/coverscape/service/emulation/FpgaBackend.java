package org.coverscape.service.emulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;
import org.coverscape.service.work.ChipBackend;
import org.coverscape.service.work.DeviceFault;
import org.coverscape.service.work.Overload;

/**
 * Answers with the timing of a device that is not there. Thread-safe; it has no threads but its
 * timer's, and no image is decoded unless a network answers.
 *
 * <p>A call that is given up still takes the device's time: a device does not know of it.
 */
final class FpgaBackend implements ChipBackend {
  private final FpgaSettings settings;
  private final Timer timer;
  private final Optional<ChipBackend> network;
  private final long halfLatency;
  private final Preparation preparation;
  private final Device device;
  private final Random errors;
  private final List<Call> decided = new ArrayList<>();
  private final Object lock = new Object();
  private long wake = Long.MAX_VALUE;
  private boolean closed;

  /**
   * A device.
   *
   * @param network answers in place of {@link LoadAnswer}; not closed here
   */
  FpgaBackend(FpgaSettings settings, Timer timer, Optional<ChipBackend> network) {
    this.settings = settings;
    this.timer = timer;
    this.network = network;
    this.halfLatency = settings.latency().toNanos() / 2;
    this.preparation = new Preparation(settings);
    this.device = new Device(settings);
    this.errors = new Random(~settings.seed());
  }

  @Override
  public ModelIdentity identity() {
    return network.map(ChipBackend::identity).orElse(LoadAnswer.IDENTITY);
  }

  @Override
  public int width(ModelOutput output) {
    return network.map(real -> real.width(output)).orElseGet(() -> LoadAnswer.width(output));
  }

  @Override
  public int capacity() {
    return settings.queue();
  }

  @Override
  public List<CompletableFuture<float[]>> answer(
      List<ChipSource> chips, ModelOutput output, BooleanSupplier unwanted) throws Overload {
    Call call = new Call(chips.size());
    List<Optional<DeviceFault>> faults = new ArrayList<>(chips.size());
    boolean taken;
    Decided ready;
    synchronized (lock) {
      long arrival = timer.now() + halfLatency;
      taken = !closed && device.held(arrival) + chips.size() <= settings.queue();
      if (taken) {
        for (int i = 0; i < chips.size(); i++) {
          faults.add(fault());
          device.take(preparation.ready(arrival), call::imageDone);
        }
      } else {
        call.refused(arrival);
      }
      ready = drain();
    }
    send(ready);
    if (!taken) {
      return List.of(
          call.time.thenCompose(refused -> CompletableFuture.failedFuture(new Overload())));
    }
    return answers(call, faults, values(chips, output, unwanted));
  }

  private Optional<DeviceFault> fault() {
    if (settings.faults().errors() == 0 || errors.nextDouble() >= settings.faults().errors()) {
      return Optional.empty();
    }
    DeviceFault.Kind[] kinds = DeviceFault.Kind.values();
    return Optional.of(new DeviceFault(kinds[errors.nextInt(kinds.length)]));
  }

  private List<CompletableFuture<float[]>> values(
      List<ChipSource> chips, ModelOutput output, BooleanSupplier unwanted) throws Overload {
    if (network.isPresent()) {
      return network.get().answer(chips, output, unwanted);
    }
    List<CompletableFuture<float[]>> values = new ArrayList<>(chips.size());
    for (ChipSource chip : chips) {
      values.add(CompletableFuture.completedFuture(LoadAnswer.of(chip.received(), output)));
    }
    return values;
  }

  private static List<CompletableFuture<float[]>> answers(
      Call call, List<Optional<DeviceFault>> faults, List<CompletableFuture<float[]>> values) {
    List<CompletableFuture<float[]>> answers = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      Optional<DeviceFault> fault = faults.get(i);
      CompletableFuture<float[]> value =
          fault.isPresent() ? CompletableFuture.failedFuture(fault.get()) : values.get(i);
      answers.add(call.time.thenCompose(done -> value));
    }
    return answers;
  }

  /**
   * What came of a step, to be acted on without the lock.
   *
   * @param calls whose end is known now
   * @param wake when to look again
   */
  private record Decided(List<Call> calls, OptionalLong wake) {}

  /** What has been decided since; to be called with the lock held. */
  private Decided drain() {
    List<Call> calls = List.copyOf(decided);
    decided.clear();
    OptionalLong next = device.next();
    if (next.isEmpty() || next.getAsLong() >= wake) {
      return new Decided(calls, OptionalLong.empty());
    }
    wake = next.getAsLong();
    return new Decided(calls, next);
  }

  /** Begins the batches that have waited long enough. */
  private void decide() {
    Decided ready;
    synchronized (lock) {
      wake = Long.MAX_VALUE;
      device.decide(timer.now());
      ready = drain();
    }
    send(ready);
  }

  private void send(Decided ready) {
    ready.wake().ifPresent(time -> timer.at(time, this::decide));
    for (Call call : ready.calls()) {
      timer.at(call.end + halfLatency, () -> call.time.complete(true));
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
    }
  }

  /** One request. Its fields are guarded by the lock until it is decided. */
  private final class Call {
    private final CompletableFuture<Boolean> time = new CompletableFuture<>();
    private int left;
    private long end = Long.MIN_VALUE;

    Call(int images) {
      left = images;
    }

    void imageDone(long at) {
      end = Math.max(end, at);
      if (--left == 0) {
        decided.add(this);
      }
    }

    void refused(long at) {
      end = at;
      decided.add(this);
    }
  }
}
