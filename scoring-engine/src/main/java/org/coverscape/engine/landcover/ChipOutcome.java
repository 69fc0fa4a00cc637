package org.coverscape.engine.landcover;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.chip.ChipIndex;

/** How a chip ended: scored, or not and why. Every chip of a job ends exactly once. */
public sealed interface ChipOutcome {
  /** The cell. */
  ChipIndex index();

  /** Ids of the tiles it was cut from; empty where none covers it. */
  List<String> imagery();

  /**
   * A chip with an answer.
   *
   * @param index the cell
   * @param imagery ids of its tiles
   * @param scores the answer
   * @param service the endpoint that gave it
   * @param cells the answer for each of its cells, where it was given densely
   */
  record Scored(
      ChipIndex index,
      List<String> imagery,
      ClassScores scores,
      String service,
      Optional<CellScores> cells)
      implements ChipOutcome {
    /** Takes a copy of the list. */
    public Scored {
      imagery = List.copyOf(imagery);
    }

    /** A chip with one answer for all of it. */
    public Scored(ChipIndex index, List<String> imagery, ClassScores scores, String service) {
      this(index, imagery, scores, service, Optional.empty());
    }
  }

  /**
   * A chip without one.
   *
   * @param index the cell
   * @param imagery ids of its tiles
   * @param reason why
   * @param detail one sentence for a person; empty where the reason says all
   */
  record Unscored(ChipIndex index, List<String> imagery, UnscoredReason reason, String detail)
      implements ChipOutcome {
    /** Takes a copy of the list. */
    public Unscored {
      imagery = List.copyOf(imagery);
    }
  }
}
