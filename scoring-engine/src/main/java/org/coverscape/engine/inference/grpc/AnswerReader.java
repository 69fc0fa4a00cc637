package org.coverscape.engine.inference.grpc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;

/**
 * Turns the numbers of an answer, one row for each image, into what was asked for. Anything else is
 * a {@link ServiceFault} that says what came. Thread-safe.
 */
abstract class AnswerReader {
  private final ServiceEndpoint endpoint;

  AnswerReader(ServiceEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  final ServiceEndpoint endpoint() {
    return endpoint;
  }

  /**
   * How many numbers are in a row of this shape.
   *
   * @return 0 where such a row is not what was asked for
   */
  abstract long length(List<Long> shape);

  /** What was said of the first images. */
  abstract Answer answer(String model, List<float[]> rows);

  /** The end of a sentence: what was wanted, and what to do. */
  abstract String wanted();

  /**
   * Checks an announced shape: rows first, unless there is one row only.
   *
   * @param rows images that were asked about
   * @param shape empty where it is not known
   * @return the numbers that have to come
   */
  final int count(int rows, List<Long> shape) {
    boolean leading = shape.size() > 1 && shape.get(0) == rows;
    boolean readable = !shape.isEmpty() && (leading || rows == 1);
    long length = readable ? length(shape.subList(leading ? 1 : 0, shape.size())) : 0;
    if (length == 0) {
      throw fault(shape.isEmpty() ? "a single value" : Told.sizes(shape) + " numbers");
    }
    return Math.multiplyExact(rows, (int) length);
  }

  /** The only size above 1; 0 where there are several, or one that is none. */
  static long longest(List<Long> sizes) {
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
  final Answer answer(String model, float[] values, int rows, int wanted) {
    int length = values.length / rows;
    List<float[]> numbers = new ArrayList<>(wanted);
    for (int row = 0; row < wanted; row++) {
      numbers.add(Arrays.copyOfRange(values, row * length, (row + 1) * length));
    }
    return answer(model, numbers);
  }

  /** An answer with fewer or more numbers than its shape says. */
  final ServiceFault miscounted() {
    return fault("a number of scores that is not the one it announced");
  }

  final ServiceFault fault(String what) {
    return new ServiceFault(
        ServiceFault.Kind.UNUSABLE,
        "The service at " + endpoint + " answered with " + what + ", " + wanted());
  }
}
