package org.coverscape.engine.chip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.coverscape.engine.region.Region;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The cells of a grid that a region touches, each with the part of it that lies inside.
 *
 * <p>Blocks of {@value #BLOCK} × {@value #BLOCK} cells come swath by swath from the west, within a
 * swath from the north, so that imagery is read in order and memory does not grow with the region;
 * {@link ScanOrder} knows other orders. Every {@link #iterator} starts anew; the cover itself is
 * immutable and thread-safe.
 */
public final class RegionCover implements Iterable<CoverBlock> {
  /** Rows and columns of a block. */
  public static final int BLOCK = 32;

  private final ChipGrid grid;
  private final BlockTree tree;
  private final int minRow;
  private final int maxRow;
  private final int minCol;
  private final int maxCol;

  private RegionCover(Geometry ground, ChipGrid grid) {
    this.grid = grid;
    Envelope extent = ground.getEnvelopeInternal();
    minRow = grid.rowAt(extent.getMinY());
    maxRow = grid.rowAt(extent.getMaxY());
    minCol = grid.colAt(extent.getMinX());
    maxCol = grid.colAt(extent.getMaxX());
    tree = new BlockTree(ground, grid, minRow, maxRow, minCol, maxCol);
  }

  /** The cover of a region by the cells of a grid. */
  public static RegionCover of(Region region, ChipGrid grid) {
    return new RegionCover(region.in(grid.crs()).geometry(), grid);
  }

  /** The cover of polygonal ground that is in the grid's coordinates already. */
  public static RegionCover ofGround(Geometry ground, ChipGrid grid) {
    return new RegionCover(ground, grid);
  }

  /** The grid of the cells. */
  ChipGrid grid() {
    return grid;
  }

  /** The way to the cells of a single block. */
  BlockTree tree() {
    return tree;
  }

  /** Southernmost row that may be touched. */
  public int minRow() {
    return minRow;
  }

  /** Northernmost row that may be touched. */
  public int maxRow() {
    return maxRow;
  }

  /** Westernmost column that may be touched. */
  public int minCol() {
    return minCol;
  }

  /** Easternmost column that may be touched. */
  public int maxCol() {
    return maxCol;
  }

  /** The number of cells, counted by walking all blocks. */
  public long count() {
    long count = 0;
    for (CoverBlock block : this) {
      count += block.cells().size();
    }
    return count;
  }

  @Override
  public Iterator<CoverBlock> iterator() {
    return new Blocks();
  }

  /** Halves the region until each piece is one block. */
  private final class Blocks implements Iterator<CoverBlock> {
    private final Deque<BlockTree.Piece> pieces = new ArrayDeque<>();
    private @Nullable CoverBlock next;

    Blocks() {
      pieces.push(tree.root());
      next = advance();
    }

    private @Nullable CoverBlock advance() {
      while (!pieces.isEmpty()) {
        BlockTree.Piece piece = pieces.pop();
        if (piece.isEmpty()) {
          continue;
        }
        if (piece.isBlock()) {
          List<RegionCell> cells = tree.cells(piece);
          if (!cells.isEmpty()) {
            return new CoverBlock(cells);
          }
        } else {
          List<BlockTree.Piece> halves = tree.halves(piece);
          pieces.push(halves.get(1));
          pieces.push(halves.get(0));
        }
      }
      return null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public CoverBlock next() {
      CoverBlock result = next;
      if (result == null) {
        throw new NoSuchElementException();
      }
      next = advance();
      return result;
    }
  }
}
