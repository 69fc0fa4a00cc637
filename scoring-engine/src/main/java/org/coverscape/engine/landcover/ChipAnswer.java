package org.coverscape.engine.landcover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a service says of one chip.
 *
 * @param scores of the chip as a whole
 * @param cells of each of its cells; empty where the service was asked for whole chips
 */
public record ChipAnswer(ClassScores scores, Optional<CellScores> cells) {
  /** Numbers of a dense answer. */
  public static final int DENSE_NUMBERS = CellScores.COUNT * LandCoverClass.ALL.size();

  /** An answer for the whole chip. */
  public static ChipAnswer of(ClassScores scores) {
    return new ChipAnswer(scores, Optional.empty());
  }

  /**
   * A dense answer. Each cell's six scores are taken as {@link ClassScores#of} takes them; those of
   * the whole chip are the mean of its cells'.
   *
   * @param scores {@value CellScores#SIDE} × {@value CellScores#SIDE} × 6 numbers, cells row by row
   *     from the north-west
   * @throws IllegalArgumentException when there are not so many, or one is not a number
   */
  public static ChipAnswer dense(float... scores) {
    if (scores.length != DENSE_NUMBERS) {
      throw new IllegalArgumentException(
          DENSE_NUMBERS + " scores of cells were expected and " + scores.length + " came");
    }
    int classes = LandCoverClass.ALL.size();
    List<ClassScores> cells = new ArrayList<>(CellScores.COUNT);
    for (int i = 0; i < scores.length; i += classes) {
      cells.add(ClassScores.of(Arrays.copyOfRange(scores, i, i + classes)));
    }
    return new ChipAnswer(mean(cells), Optional.of(CellScores.of(cells)));
  }

  private static ClassScores mean(List<ClassScores> cells) {
    float[] mean = new float[LandCoverClass.ALL.size()];
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      double sum = 0;
      for (ClassScores cell : cells) {
        sum += cell.of(landCover);
      }
      mean[landCover.ordinal()] = (float) (sum / cells.size());
    }
    return ClassScores.of(mean);
  }
}
