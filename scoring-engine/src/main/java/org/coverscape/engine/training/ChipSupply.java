package org.coverscape.engine.training;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.coverscape.engine.chip.Chip;

/** Where labelled chips come from: ground under imagery, or folders of images. One thread. */
public interface ChipSupply {
  /** Takes what became of the chips that were asked for; may block. */
  interface Sink {
    /** A chip with its pixels. */
    void chip(LabelledChip labelled, Chip chip) throws InterruptedException;

    /**
     * One that cannot be had.
     *
     * @param fault whether something went wrong; imagery that ends, or has holes, is none
     * @param why one sentence
     */
    void missing(LabelledChip labelled, boolean fault, String why) throws InterruptedException;

    /** Why nobody wants chips any more, in one sentence; empty as long as they are wanted. */
    default Optional<String> refusal() {
      return Optional.empty();
    }
  }

  /** How many chips there are, with labels or without. */
  long size();

  /**
   * Names all chips with a label, without reading their pixels.
   *
   * @param step called after each chip, with a label or without
   * @throws IOException with one plain sentence when the labels cannot be read
   * @throws InterruptedException when the thread is interrupted
   */
  void candidates(Consumer<LabelledChip> each, Runnable step)
      throws IOException, InterruptedException;

  /** A text that changes when the pixels of a chip may have changed. */
  String fingerprint(LabelledChip chip);

  /**
   * Reads chips, and hands each to the sink once.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  void supply(Collection<LabelledChip> wanted, Sink sink) throws InterruptedException;

  /** What a head's provenance says of the labels and the images; names without folders. */
  Map<String, String> provenance();

  /** What a person should know of the labels, in sentences; complete after {@link #candidates}. */
  List<String> notes();

  /** Why there is no chip of one class, in one sentence; asked after {@link #candidates}. */
  String whyNone();
}
