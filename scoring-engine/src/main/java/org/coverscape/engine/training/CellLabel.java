package org.coverscape.engine.training;

import java.util.List;

/**
 * What is known of a cell's ground.
 *
 * @param state whether that makes it a chip to learn from
 * @param target what it shows where all agree, as in {@link Targets}; else −1
 * @param codes the codes at its nine points, −1 where there is none; empty where labels are shapes
 */
public record CellLabel(State state, int target, List<Integer> codes) {
  /** Whether a cell is of one class. */
  public enum State {
    /** All that is known of it is of one class. */
    AGREED,
    /** It is of several classes. */
    MIXED,
    /** Some of it has a code or a name that stands for no class. */
    UNKNOWN,
    /** Nothing is said of all or part of it. */
    SILENT
  }

  /** Takes a copy. */
  public CellLabel {
    codes = List.copyOf(codes);
  }

  /** One of which nothing is known. */
  static final CellLabel NOTHING = new CellLabel(State.SILENT, -1, List.of());

  static CellLabel of(State state, List<Integer> codes) {
    return new CellLabel(state, -1, codes);
  }
}
