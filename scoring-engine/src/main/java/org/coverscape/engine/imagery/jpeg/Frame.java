package org.coverscape.engine.imagery.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a frame header says (ITU-T T.81, B.2.2).
 *
 * @param components in their order
 * @param across the most blocks side by side that a component has in a unit
 * @param down the most one below the other
 */
record Frame(JpegShape shape, List<Component> components, int across, int down) {
  private static final int MOST_BLOCKS = 4;

  Frame {
    components = List.copyOf(components);
  }

  private record Sampling(int id, int across, int down, int steps) {}

  /**
   * Reads the header of a sequential frame.
   *
   * @return empty when its samples are not of 8 bits, or of resolutions that differ by more than 2
   * @throws JpegException when it is damaged, or of another shape than wanted
   */
  static Optional<Frame> read(Segments in, JpegShape shape) throws JpegException {
    int bits = in.take();
    int height = in.take16();
    int width = in.take16();
    int count = in.take();
    if (width != shape.width() || height != shape.height() || count != shape.components()) {
      throw new JpegException("a stream of another shape than wanted");
    }
    List<Sampling> samplings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int id = in.take();
      int factors = in.take();
      samplings.add(new Sampling(id, factors >> 4, factors & 15, in.take()));
    }
    check(in, samplings);
    Frame frame = of(shape, samplings);
    return bits == Byte.SIZE && frame.isSimple() ? Optional.of(frame) : Optional.empty();
  }

  private static void check(Segments in, List<Sampling> samplings) throws JpegException {
    if (in.left() != 0) {
      throw new JpegException("a frame header of the wrong length");
    }
    for (Sampling each : samplings) {
      if (each.across < 1
          || each.across > MOST_BLOCKS
          || each.down < 1
          || each.down > MOST_BLOCKS
          || each.steps > 3) {
        throw new JpegException("a component that cannot be");
      }
    }
  }

  private static Frame of(JpegShape shape, List<Sampling> samplings) {
    int across = samplings.stream().mapToInt(Sampling::across).max().orElse(1);
    int down = samplings.stream().mapToInt(Sampling::down).max().orElse(1);
    int unitsAcross = up(shape.width(), 8 * across);
    int unitsDown = up(shape.height(), 8 * down);
    List<Component> components = new ArrayList<>();
    for (Sampling each : samplings) {
      components.add(
          new Component(
              each.id,
              each.across,
              each.down,
              each.steps,
              up(shape.width() * each.across, across),
              up(shape.height() * each.down, down),
              unitsAcross * each.across * 8,
              unitsDown * each.down * 8));
    }
    return new Frame(shape, components, across, down);
  }

  private static int up(int value, int by) {
    return (value + by - 1) / by;
  }

  private boolean isSimple() {
    return components.stream()
        .allMatch(each -> isOnceOrTwice(each.across(), across) && isOnceOrTwice(each.down(), down));
  }

  private static boolean isOnceOrTwice(int part, int whole) {
    return part == whole || 2 * part == whole;
  }

  /** Units side by side in a scan of several components. */
  int unitsAcross() {
    return up(shape.width(), 8 * across);
  }

  /** Rows of units in a scan of several components. */
  int unitsDown() {
    return up(shape.height(), 8 * down);
  }
}
