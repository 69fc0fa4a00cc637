package org.coverscape.engine.imagery.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.jpeg.Tables.Kind;

/**
 * A scan of one component or of several, interleaved in units (ITU-T T.81, A.2), with all
 * coefficients of each block.
 */
final class Scan {
  private static final int MOST_BLOCKS = 10;

  /**
   * A component with what its blocks are read by.
   *
   * @param number which of the frame's components
   */
  record Part(int number, Plane plane, HuffmanTable first, HuffmanTable rest, float[] steps) {}

  private final Frame frame;
  private final List<Part> parts;
  private final int interval;

  private Scan(Frame frame, List<Part> parts, int interval) {
    this.frame = frame;
    this.parts = List.copyOf(parts);
    this.interval = interval;
  }

  /**
   * Reads the header of a scan (B.2.3).
   *
   * @param interval units between two restarts, 0 without any
   * @return empty when tables are missing
   */
  static Optional<Scan> read(
      Segments in, Frame frame, List<Plane> planes, Tables tables, int interval)
      throws JpegException {
    int count = in.take();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = number(in.take(), frame);
      int places = in.take();
      if (places >> 4 > 3 || (places & 15) > 3) {
        throw new JpegException("a scan of tables that cannot be");
      }
      Optional<HuffmanTable> first = tables.huffman(Kind.FIRST, places >> 4);
      Optional<HuffmanTable> rest = tables.huffman(Kind.REST, places & 15);
      Optional<float[]> steps = tables.steps(frame.components().get(number).steps());
      if (first.isEmpty() || rest.isEmpty() || steps.isEmpty()) {
        return Optional.empty();
      }
      parts.add(new Part(number, planes.get(number), first.get(), rest.get(), steps.get()));
    }
    check(in, parts);
    return Optional.of(new Scan(frame, parts, interval));
  }

  private static int number(int id, Frame frame) throws JpegException {
    for (int i = 0; i < frame.components().size(); i++) {
      if (frame.components().get(i).id() == id) {
        return i;
      }
    }
    throw new JpegException("a scan of a component that is not there");
  }

  private static void check(Segments in, List<Part> parts) throws JpegException {
    in.skip(3); // where coefficients begin and end, which sequential streams do not choose
    int blocks = 0;
    for (Part part : parts) {
      blocks += part.plane.component().across() * part.plane.component().down();
    }
    if (in.left() != 0 || parts.isEmpty() || (parts.size() > 1 && blocks > MOST_BLOCKS)) {
      throw new JpegException("a scan header that cannot be");
    }
  }

  List<Part> parts() {
    return parts;
  }

  boolean isInterleaved() {
    return parts.size() > 1;
  }

  int interval() {
    return interval;
  }

  /** Units side by side. */
  int unitsAcross() {
    return isInterleaved() ? frame.unitsAcross() : parts.get(0).plane.component().blocksAcross();
  }

  /** Rows of units. */
  int unitsDown() {
    return isInterleaved() ? frame.unitsDown() : parts.get(0).plane.component().blocksDown();
  }
}
