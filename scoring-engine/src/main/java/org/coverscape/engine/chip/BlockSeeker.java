package org.coverscape.engine.chip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the cells of single blocks, in any order. Goes on from where the last block was found, and
 * remembers the few blocks around the centre of a view. Not thread-safe.
 */
final class BlockSeeker {
  private static final int REMEMBERED = 4;

  private final BlockTree tree;
  private final Deque<BlockTree.Piece> path = new ArrayDeque<>();
  private final Map<Rings.Place, List<RegionCell>> known = new LinkedHashMap<>();

  BlockSeeker(BlockTree tree) {
    this.tree = tree;
  }

  /** The cells of a block; rows and columns count blocks. */
  List<RegionCell> cells(Rings.Place block) {
    List<RegionCell> cells = known.get(block);
    if (cells == null) {
      cells = seek(block.row(), block.col());
      if (known.size() >= REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(block, cells);
    }
    return cells;
  }

  private List<RegionCell> seek(int row, int col) {
    while (!path.isEmpty() && !path.peek().contains(row, col)) {
      path.pop();
    }
    if (path.isEmpty()) {
      path.push(tree.root());
    }
    BlockTree.Piece piece = path.getFirst();
    while (!piece.isEmpty() && piece.contains(row, col)) {
      if (piece.isBlock()) {
        return tree.cells(piece);
      }
      List<BlockTree.Piece> halves = tree.halves(piece);
      piece = halves.get(halves.get(0).contains(row, col) ? 0 : 1);
      path.push(piece);
    }
    return List.of();
  }
}
