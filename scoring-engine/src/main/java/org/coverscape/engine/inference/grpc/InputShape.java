package org.coverscape.engine.inference.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.inference.InputSpec.Layout;

/**
 * The shape of an input that holds chips.
 *
 * @param batched whether the first size counts images
 * @param fixed images that each call has to carry; 0 where any number will do
 * @param image the sizes of one image
 * @param layout of its pixels
 */
record InputShape(boolean batched, int fixed, List<Long> image, Layout layout) {
  private static final long SIDE = ChipGrid.CHIP_PIXELS;
  private static final List<Long> ROWS_FIRST = List.of(SIDE, SIDE, 3L);
  private static final List<Long> CHANNELS_FIRST = List.of(3L, SIDE, SIDE);

  /** Any number of images, in a layout. */
  static InputShape of(Layout layout) {
    return new InputShape(true, 0, sizes(layout), layout);
  }

  /**
   * Makes sense of a shape that a tensor is to have: [N, 224, 224, 3], [3, 224, 224], [N, 150528]
   * or [150528], where −1 stands for any size. The layout shows where the 3 is; where it does not,
   * rows come first.
   *
   * @param shape with one size or more
   * @return empty where a chip does not fit it
   */
  static Optional<InputShape> ofTensor(List<Long> shape) {
    int rank = shape.size();
    boolean batched = rank == 4 || rank == 2;
    List<Long> image = shape.subList(batched ? 1 : 0, rank);
    int fixed = batched ? count(shape.get(0)) : 1;
    if (image.size() == 1) {
      return fits(image, List.of((long) Chip.BYTES))
          ? Optional.of(new InputShape(batched, fixed, List.of((long) Chip.BYTES), Layout.NHWC))
          : Optional.empty();
    }
    for (Layout layout : Layout.values()) {
      if (fits(image, sizes(layout))) {
        return Optional.of(new InputShape(batched, fixed, sizes(layout), layout));
      }
    }
    return Optional.empty();
  }

  /**
   * Makes sense of a shape that image files are to have: [N], [N, 1] and the like.
   *
   * @param shape empty for [N]
   * @return empty where an image would need several files
   */
  static Optional<InputShape> ofFiles(List<Long> shape) {
    List<Long> rest = shape.isEmpty() ? List.of() : shape.subList(1, shape.size());
    if (!rest.stream().allMatch(size -> size == 1 || size == -1)) {
      return Optional.empty();
    }
    int fixed = shape.isEmpty() ? 0 : count(shape.get(0));
    return Optional.of(
        new InputShape(true, fixed, rest.stream().map(size -> 1L).toList(), Layout.NHWC));
  }

  /** The same in another layout, whatever was told: only a person can know. */
  InputShape in(Layout other) {
    return new InputShape(batched, fixed, image.size() == 3 ? sizes(other) : image, other);
  }

  /** The most images a call may carry, if it may carry any number where there is no limit. */
  int limit(int wanted) {
    return fixed > 0 ? Math.min(fixed, wanted) : wanted;
  }

  /** Images a call with so many chips has to carry. */
  int rows(int chips) {
    return fixed > 0 ? fixed : chips;
  }

  /** The sizes of a call's input. */
  List<Long> sizes(int rows) {
    if (!batched) {
      return image;
    }
    List<Long> sizes = new ArrayList<>(image.size() + 1);
    sizes.add((long) rows);
    sizes.addAll(image);
    return sizes;
  }

  private static int count(long size) {
    return size < 0 ? 0 : Math.toIntExact(Math.min(size, Integer.MAX_VALUE));
  }

  private static List<Long> sizes(Layout layout) {
    return layout == Layout.NHWC ? ROWS_FIRST : CHANNELS_FIRST;
  }

  private static boolean fits(List<Long> told, List<Long> sizes) {
    if (told.size() != sizes.size()) {
      return false;
    }
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i) != -1 && !told.get(i).equals(sizes.get(i))) {
        return false;
      }
    }
    return true;
  }
}
