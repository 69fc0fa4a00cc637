package org.coverscape.engine.inference.grpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.coverscape.engine.chip.Chip;

/** The images of a call. */
final class Rows {
  private Rows() {}

  /**
   * The chips; behind them the last one again and again where the model takes one number of images
   * only. What is answered for those is not read.
   */
  static List<Chip> padded(List<Chip> chips, InputShape shape) {
    int missing = shape.rows(chips.size()) - chips.size();
    if (missing < 0) {
      throw new IllegalArgumentException(chips.size() + " chips, and a call takes fewer");
    }
    if (missing == 0) {
      return chips;
    }
    List<Chip> rows = new ArrayList<>(chips);
    rows.addAll(Collections.nCopies(missing, chips.get(chips.size() - 1)));
    return rows;
  }
}
