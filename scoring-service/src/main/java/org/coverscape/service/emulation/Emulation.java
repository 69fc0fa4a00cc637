package org.coverscape.service.emulation;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coverscape.service.work.ChipBackend;

/**
 * What emulated devices of one process share: a clock, and a network where the answers are real.
 */
public final class Emulation implements AutoCloseable {
  private final SystemTimer timer = new SystemTimer();
  private final Optional<ChipBackend> network;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Emulation(Optional<ChipBackend> network) {
    this.network = network;
  }

  /** Devices that answer with {@link LoadAnswer}. */
  public static Emulation ofLoad() {
    return new Emulation(Optional.empty());
  }

  /** Devices whose answers are a network's, which is closed with the emulation. */
  public static Emulation of(ChipBackend network) {
    return new Emulation(Optional.of(network));
  }

  /** A device, idle and with an empty queue. */
  public ChipBackend device(FpgaSettings settings) {
    return new FpgaBackend(settings, timer, network);
  }

  /** Ends the clock: calls without an answer get none any more. A second call does nothing. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    timer.close();
    network.ifPresent(ChipBackend::close);
  }
}
