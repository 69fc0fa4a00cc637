package org.coverscape.engine.chip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Corners of a ring between two points on the line of a {@link HalfPlane}. */
final class Chain {
  private final List<Coordinate> corners = new ArrayList<>();
  private @Nullable Chain next;

  /** An end of a chain. */
  private record End(Chain chain, boolean leaves, double place) {}

  /** Adds a corner, unless it is where the chain is already. */
  void add(Coordinate corner) {
    if (corners.isEmpty() || !corners.get(corners.size() - 1).equals2D(corner)) {
      corners.add(corner);
    }
  }

  /**
   * Joins chains along the line.
   *
   * @param along the place of a point along the line
   * @param leavesFirst whether the lower end of each pair is where a chain leaves
   * @return false, with nothing to be used, when the ends do not come in clear pairs
   */
  static boolean link(List<Chain> chains, ToDoubleFunction<Coordinate> along, boolean leavesFirst) {
    List<End> ends = new ArrayList<>(2 * chains.size());
    for (Chain chain : chains) {
      ends.add(new End(chain, false, along.applyAsDouble(chain.corners.get(0))));
      ends.add(
          new End(chain, true, along.applyAsDouble(chain.corners.get(chain.corners.size() - 1))));
    }
    ends.sort(Comparator.comparingDouble(End::place));
    for (int i = 0; i < ends.size(); i++) {
      boolean lower = i % 2 == 0;
      if (ends.get(i).leaves() != (lower == leavesFirst)
          || i > 0 && ends.get(i).place() <= ends.get(i - 1).place()) {
        return false;
      }
    }
    for (int i = 0; i < ends.size(); i += 2) {
      End first = ends.get(i);
      End second = ends.get(i + 1);
      End leaving = leavesFirst ? first : second;
      End entering = leavesFirst ? second : first;
      leaving.chain().next = entering.chain();
    }
    return true;
  }

  /** The closed ring through this chain and those it is joined to; empty when it was taken. */
  Coordinate[] takeRing() {
    List<Coordinate> ring = new ArrayList<>();
    Chain chain = this;
    while (chain.next != null) {
      ring.addAll(chain.corners);
      Chain following = chain.next;
      chain.next = null;
      chain = following;
    }
    if (!ring.isEmpty()) {
      ring.add(ring.get(0));
    }
    return ring.toArray(Coordinate[]::new);
  }
}
