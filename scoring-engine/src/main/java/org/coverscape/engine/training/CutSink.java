package org.coverscape.engine.training;

import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.landcover.ChipOutcome;

/** Hands on what is cut, with its label. */
final class CutSink implements ChipCutter.ChipSink {
  private final Map<ChipIndex, LabelledChip> labelled;
  private final ChipSupply.Sink sink;

  CutSink(Map<ChipIndex, LabelledChip> labelled, ChipSupply.Sink sink) {
    this.labelled = labelled;
    this.sink = sink;
  }

  @Override
  public void chip(Chip chip) throws InterruptedException {
    sink.chip(of(chip.index()), chip);
  }

  @Override
  public void unscored(ChipOutcome.Unscored outcome) throws InterruptedException {
    String why = outcome.detail().isEmpty() ? outcome.reason().label() : outcome.detail();
    sink.missing(of(outcome.index()), outcome.reason().isFault(), why);
  }

  @Override
  public Optional<String> refusal() {
    return sink.refusal();
  }

  private LabelledChip of(ChipIndex index) {
    LabelledChip chip = labelled.get(index);
    if (chip == null) {
      throw new IllegalStateException("a chip came that nobody asked for: " + index);
    }
    return chip;
  }
}
