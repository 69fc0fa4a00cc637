package org.coverscape.engine.inference.grpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.landcover.CellScores;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * Turns the numbers of an answer into answers for chips: one row for each image, six class scores
 * long, or as many features as the classifier head takes, or, where cells are asked for, six class
 * scores for each of 7 × 7 cells. Anything else is a {@link ServiceFault} that says what came.
 * Thread-safe.
 */
final class AnswerReader {
  private static final List<Long> DENSE_ROW =
      List.of((long) CellScores.SIDE, (long) CellScores.SIDE, (long) LandCoverClass.ALL.size());

  private final ServiceEndpoint endpoint;
  private final Optional<ClassifierHead> head;
  private final boolean dense;
  private final int width;

  AnswerReader(ServiceEndpoint endpoint, Optional<ClassifierHead> head, CellSize cells) {
    this.endpoint = endpoint;
    this.head = head;
    this.dense = cells == CellSize.DENSE;
    this.width =
        dense
            ? ChipAnswer.DENSE_NUMBERS
            : head.map(ClassifierHead::features).orElse(LandCoverClass.ALL.size());
  }

  /**
   * Checks an announced shape: rows first, unless there is one row only; of the sizes after that,
   * only one may be more than 1, as in [N, 6], [N, 1, 1, 2048] and [6]. Dense answers are [N, 7, 7,
   * 6] and nothing else.
   *
   * @param rows images that were asked about
   * @param shape empty where it is not known
   * @return the numbers that have to come
   */
  int count(int rows, List<Long> shape) {
    boolean leading = shape.size() > 1 && shape.get(0) == rows;
    boolean readable = !shape.isEmpty() && (leading || rows == 1);
    List<Long> row = shape.subList(leading ? 1 : 0, shape.size());
    if (dense && readable && longest(row) > 0) {
      throw wholeChips();
    }
    if (!readable || (dense ? !row.equals(DENSE_ROW) : longest(row) != width)) {
      throw fault(shape.isEmpty() ? "a single value" : Told.sizes(shape) + " numbers");
    }
    return Math.multiplyExact(rows, width);
  }

  /** The only size above 1; 0 where there are several, or one that is none. */
  private static long longest(List<Long> sizes) {
    long product = 1;
    for (long size : sizes) {
      if (size < 1 || (product > 1 && size > 1)) {
        return 0;
      }
      product *= size;
    }
    return product;
  }

  /**
   * The answers for the first images.
   *
   * @param values as many as {@link #count} said
   * @param wanted images, no more than there are rows
   */
  List<ChipAnswer> answers(float[] values, int wanted) {
    List<ChipAnswer> answers = new ArrayList<>(wanted);
    for (int row = 0; row < wanted; row++) {
      answers.add(answer(Arrays.copyOfRange(values, row * width, (row + 1) * width)));
    }
    return answers;
  }

  private ChipAnswer answer(float[] row) {
    try {
      if (dense) {
        return ChipAnswer.dense(row);
      }
      return ChipAnswer.of(head.isPresent() ? head.get().apply(row) : ClassScores.of(row));
    } catch (IllegalArgumentException e) {
      throw fault(head.isPresent() ? "features that are no numbers" : "scores that are no numbers");
    }
  }

  /** An answer with fewer or more numbers than its shape says. */
  ServiceFault miscounted() {
    return fault("a number of scores that is not the one it announced");
  }

  /** A service that does not answer for cells. */
  ServiceFault wholeChips() {
    return wholeChips(endpoint);
  }

  /** A service that does not answer for cells. */
  static ServiceFault wholeChips(ServiceEndpoint endpoint) {
    return new ServiceFault(
        ServiceFault.Kind.PERMANENT,
        "The service at " + endpoint + " answers for whole chips only; use --cells chip.");
  }

  ServiceFault fault(String what) {
    if (dense) {
      return new ServiceFault(
          ServiceFault.Kind.UNUSABLE,
          "The service at "
              + endpoint
              + " answered with "
              + what
              + ", not with scores of 7 × 7 cells for each image; use --cells chip.");
    }
    String wanted =
        head.isPresent()
            ? ", not with the "
                + width
                + " features that the classifier head takes; name the head that was trained for it."
            : ", not with six class scores; name a service that classifies land cover, or the"
                + " classifier of its features (head).";
    return new ServiceFault(
        ServiceFault.Kind.UNUSABLE,
        "The service at " + endpoint + " answered with " + what + wanted);
  }
}
