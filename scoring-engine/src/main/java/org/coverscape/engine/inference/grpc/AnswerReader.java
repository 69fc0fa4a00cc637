package org.coverscape.engine.inference.grpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * Turns the numbers of an answer into scores: one row for each image, six class scores long, or as
 * many features as the classifier head takes. Anything else is a {@link ServiceFault} that says
 * what came. Where features themselves are wanted, rows of any length but six are taken.
 * Thread-safe.
 */
final class AnswerReader {
  /** Stands for the length of rows that is not known beforehand. */
  private static final int ANY = 0;

  private static final long MOST_FEATURES = 1 << 16;

  private static final ClassScores NO_SCORES = ClassScores.of(new float[LandCoverClass.ALL.size()]);

  private final ServiceEndpoint endpoint;
  private final Optional<ClassifierHead> head;
  private final int width;

  AnswerReader(ServiceEndpoint endpoint, Optional<ClassifierHead> head) {
    this.endpoint = endpoint;
    this.head = head;
    this.width = head.map(ClassifierHead::features).orElse(LandCoverClass.ALL.size());
  }

  private AnswerReader(ServiceEndpoint endpoint) {
    this.endpoint = endpoint;
    this.head = Optional.empty();
    this.width = ANY;
  }

  /** A reader of features as they are. */
  static AnswerReader ofFeatures(ServiceEndpoint endpoint) {
    return new AnswerReader(endpoint);
  }

  /**
   * Checks an announced shape: rows first, unless there is one row only; of the sizes after that,
   * only one may be more than 1, as in [N, 6], [N, 1, 1, 2048] and [6].
   *
   * @param rows images that were asked about
   * @param shape empty where it is not known
   * @return the numbers that have to come
   */
  int count(int rows, List<Long> shape) {
    boolean leading = shape.size() > 1 && shape.get(0) == rows;
    boolean readable = !shape.isEmpty() && (leading || rows == 1);
    long found = readable ? longest(shape.subList(leading ? 1 : 0, shape.size())) : 0;
    boolean expected =
        width == ANY ? found > LandCoverClass.ALL.size() && found <= MOST_FEATURES : found == width;
    if (!expected) {
      throw fault(shape.isEmpty() ? "a single value" : Told.sizes(shape) + " numbers");
    }
    return Math.multiplyExact(rows, (int) found);
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
   * What was said of the first images.
   *
   * @param model what the service called its model
   * @param values as many as {@link #count} said
   * @param rows images that were asked about
   * @param wanted how many of them count
   */
  Answer answer(String model, float[] values, int rows, int wanted) {
    int length = values.length / rows;
    List<float[]> numbers = new ArrayList<>(wanted);
    for (int row = 0; row < wanted; row++) {
      numbers.add(Arrays.copyOfRange(values, row * length, (row + 1) * length));
    }
    if (width == ANY) {
      numbers.forEach(this::checkNumbers);
      return new Answer(model, Collections.nCopies(wanted, NO_SCORES), numbers);
    }
    return new Answer(model, numbers.stream().map(this::score).toList(), List.of());
  }

  private void checkNumbers(float[] row) {
    for (float number : row) {
      if (!Float.isFinite(number)) {
        throw fault("features that are no numbers");
      }
    }
  }

  private ClassScores score(float[] row) {
    try {
      return head.isPresent() ? head.get().apply(row) : ClassScores.of(row);
    } catch (IllegalArgumentException e) {
      throw fault(head.isPresent() ? "features that are no numbers" : "scores that are no numbers");
    }
  }

  /** An answer with fewer or more numbers than its shape says. */
  ServiceFault miscounted() {
    return fault("a number of scores that is not the one it announced");
  }

  ServiceFault fault(String what) {
    String wanted =
        width == ANY
            ? ", not with the features of a network; name a service that answers with features, and"
                + " which of its results they are (output)."
            : wantedForScores();
    return new ServiceFault(
        ServiceFault.Kind.UNUSABLE,
        "The service at " + endpoint + " answered with " + what + wanted);
  }

  private String wantedForScores() {
    return head.isPresent()
        ? ", not with the "
            + width
            + " features that the classifier head takes; name the head that was trained for it."
        : ", not with six class scores; name a service that classifies land cover, or the"
            + " classifier of its features (head).";
  }
}
