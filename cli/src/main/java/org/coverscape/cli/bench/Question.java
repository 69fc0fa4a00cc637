package org.coverscape.cli.bench;

import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.StoredPng;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.service.emulation.LoadAnswer;

/**
 * A chip and the only right answer to it.
 *
 * @param chip to be scored
 * @param answer what the service makes of its bytes
 */
record Question(Chip chip, ClassScores answer) {
  /** A chip with the answer of a service in load mode, which is asked with a stored PNG. */
  static Question of(Chip chip) {
    return new Question(chip, ClassScores.of(LoadAnswer.scores(StoredPng.encode(chip))));
  }
}
