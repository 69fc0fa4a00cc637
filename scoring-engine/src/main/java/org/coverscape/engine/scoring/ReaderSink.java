package org.coverscape.engine.scoring;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.imagery.ChipCutter.ChipSink;
import org.coverscape.engine.landcover.ChipOutcome;

/** Where the reader's chips go, with a watch on the time spent reading. For the reader's thread. */
final class ReaderSink implements ChipSink {
  private final BlockingQueue<Optional<Chip>> chips;
  private final Consumer<ChipOutcome> ended;
  private final Supplier<Optional<String>> exhausted;
  private final PauseGate gate;
  private final Stopwatch watch = new Stopwatch();

  /**
   * A sink into a queue.
   *
   * @param ended takes cells that give no chip
   * @param exhausted why nobody can score any more; empty as long as somebody can
   * @param gate where the reader waits during a pause
   */
  ReaderSink(
      BlockingQueue<Optional<Chip>> chips,
      Consumer<ChipOutcome> ended,
      Supplier<Optional<String>> exhausted,
      PauseGate gate) {
    this.chips = chips;
    this.ended = ended;
    this.exhausted = exhausted;
    this.gate = gate;
  }

  void begin() {
    watch.start();
  }

  void end() throws InterruptedException {
    watch.pause();
    chips.put(Optional.empty());
  }

  double seconds() {
    return watch.seconds();
  }

  @Override
  public void chip(Chip chip) throws InterruptedException {
    // waiting for room is not reading
    watch.pause();
    gate.pass();
    chips.put(Optional.of(chip));
    watch.start();
  }

  @Override
  public void unscored(ChipOutcome.Unscored outcome) throws InterruptedException {
    watch.pause();
    gate.pass();
    watch.start();
    ended.accept(outcome);
  }

  @Override
  public Optional<String> refusal() {
    return exhausted.get();
  }
}
