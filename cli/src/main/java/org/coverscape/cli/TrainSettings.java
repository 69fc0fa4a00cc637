package org.coverscape.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.cli.classical.LinearKind;
import org.coverscape.cli.classical.LinearTrainer;
import org.coverscape.engine.training.DenseTrainer;
import org.coverscape.engine.training.HeadTrainer;
import org.coverscape.engine.training.Preset;

/**
 * How a head is to be made.
 *
 * @param preset how it is trained
 * @param linear a classical classifier in the place of the preset's layer
 * @param seed of everything that is drawn by chance
 * @param perClass chips of a class at most
 * @param out the head's file
 * @param cache the folder of the features
 */
record TrainSettings(
    Preset preset, Optional<LinearKind> linear, long seed, int perClass, Path out, Path cache) {
  /** What learns the layer. */
  HeadTrainer trainer() {
    return linear
        .<HeadTrainer>map(kind -> new LinearTrainer(kind, seed))
        .orElseGet(() -> new DenseTrainer(preset, seed));
  }

  /** Its name. */
  String classifier() {
    return linear.map(LinearKind::label).orElse("dense");
  }
}
