package org.coverscape.service.grpc;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;
import org.coverscape.service.model.ModelOutput;

/** The dimensions of a tensor; none for a single value or where the sender states no shape. */
final class Shape {
  private static final int SHOWN = 8;

  private final long[] dimensions;

  private Shape(long[] dimensions) {
    this.dimensions = dimensions;
  }

  static Shape of(TensorProto tensor) {
    return new Shape(
        tensor.getTensorShape().getDimList().stream()
            .mapToLong(TensorShapeProto.Dim::getSize)
            .toArray());
  }

  static Shape of(List<Long> sizes) {
    return new Shape(sizes.stream().mapToLong(Long::longValue).toArray());
  }

  /** The wire form of a shape. */
  static TensorShapeProto proto(long... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : dimensions) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return shape.build();
  }

  /** The dimensions of dense answers with so many numbers for an image. */
  static long[] dense(long images, int width) {
    int across = ModelOutput.CELLS_ACROSS;
    return new long[] {images, across, across, width / (across * across)};
  }

  int rank() {
    return dimensions.length;
  }

  /** The size of a dimension, counted from the last: 0 is the last. */
  long fromLast(int index) {
    return dimensions[dimensions.length - 1 - index];
  }

  /** How many elements there are; −1 where a size is negative or the product too large to count. */
  long elements() {
    long product = 1;
    for (long size : dimensions) {
      if (size < 0 || Math.multiplyHigh(product, size) != 0 || product * size < 0) {
        return -1;
      }
      product *= size;
    }
    return product;
  }

  @Override
  public String toString() {
    String sizes =
        Arrays.stream(dimensions)
            .limit(SHOWN)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(", "));
    return "[" + sizes + (dimensions.length > SHOWN ? ", …]" : "]");
  }
}
