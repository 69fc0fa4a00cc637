package org.coverscape.engine.chip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground halved again and again until each piece is one block, and on to the cells of the block.
 *
 * <p>A block has the same cells, to the last bit, on whatever way and as often as it is reached.
 * Immutable and thread-safe.
 */
final class BlockTree {
  private static final int BLOCK = RegionCover.BLOCK;

  /** Square metres under which a cell counts as not touched: what rounding makes of an edge. */
  private static final double TOUCH = 1e-4;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Geometry ground;
  private final ChipGrid grid;
  private final Piece root;

  /** Ground in a rectangle of blocks; numbers count blocks. */
  record Piece(List<Polygon> ground, int south, int north, int west, int east) {
    boolean isBlock() {
      return south == north && west == east;
    }

    boolean isEmpty() {
      return ground.isEmpty();
    }

    boolean contains(int row, int col) {
      return row >= south && row <= north && col >= west && col <= east;
    }
  }

  /** The tree of polygonal ground in the grid's coordinates, within rows and columns of cells. */
  BlockTree(Geometry ground, ChipGrid grid, int minRow, int maxRow, int minCol, int maxCol) {
    this.ground = ground;
    this.grid = grid;
    root =
        new Piece(
            HalfPlane.polygons(ground),
            Math.floorDiv(minRow, BLOCK),
            Math.floorDiv(maxRow, BLOCK),
            Math.floorDiv(minCol, BLOCK),
            Math.floorDiv(maxCol, BLOCK));
  }

  Piece root() {
    return root;
  }

  /** The halves of a piece that is no block yet: the west first, then the north. */
  List<Piece> halves(Piece piece) {
    if (piece.west() < piece.east()) {
      int middle = Math.floorDiv(piece.west() + piece.east(), 2);
      HalfPlane.Sides sides = columns(piece.ground(), (middle + 1) * BLOCK);
      return List.of(
          new Piece(sides.lesser(), piece.south(), piece.north(), piece.west(), middle),
          new Piece(sides.greater(), piece.south(), piece.north(), middle + 1, piece.east()));
    }
    int middle = Math.floorDiv(piece.south() + piece.north(), 2);
    HalfPlane.Sides sides = rows(piece.ground(), (middle + 1) * BLOCK);
    return List.of(
        new Piece(sides.greater(), middle + 1, piece.north(), piece.west(), piece.east()),
        new Piece(sides.lesser(), piece.south(), middle, piece.west(), piece.east()));
  }

  /** The cells of a block, by rows from the north, each row from the west; perhaps none. */
  List<RegionCell> cells(Piece block) {
    List<RegionCell> cells = new ArrayList<>();
    int row = block.south() * BLOCK;
    int col = block.west() * BLOCK;
    collect(block.ground(), row, row + BLOCK - 1, col, col + BLOCK - 1, cells);
    cells.sort(
        Comparator.comparingInt(RegionCell::row).reversed().thenComparingInt(RegionCell::col));
    return cells;
  }

  private HalfPlane.Sides columns(List<Polygon> part, int col) {
    return HalfPlane.sides(part, true, col * grid.cellSize());
  }

  private HalfPlane.Sides rows(List<Polygon> part, int row) {
    return HalfPlane.sides(part, false, row * grid.cellSize());
  }

  /** Halves a rectangle of cells until each is whole, clipped or untouched. */
  private void collect(
      List<Polygon> part, int south, int north, int west, int east, List<RegionCell> out) {
    double area = part.stream().mapToDouble(Polygon::getArea).sum();
    if (area <= TOUCH) {
      return;
    }
    if (area >= box(south, north, west, east).getArea() - TOUCH) {
      for (int r = south; r <= north; r++) {
        for (int c = west; c <= east; c++) {
          out.add(new RegionCell(r, c, null));
        }
      }
    } else if (south == north && west == east) {
      out.add(new RegionCell(south, west, clip(part, box(south, north, west, east))));
    } else if (east - west >= north - south) {
      int middle = Math.floorDiv(west + east, 2);
      HalfPlane.Sides sides = columns(part, middle + 1);
      collect(sides.lesser(), south, north, west, middle, out);
      collect(sides.greater(), south, north, middle + 1, east, out);
    } else {
      int middle = Math.floorDiv(south + north, 2);
      HalfPlane.Sides sides = rows(part, middle + 1);
      collect(sides.lesser(), south, middle, west, east, out);
      collect(sides.greater(), middle + 1, north, west, east, out);
    }
  }

  /** The part of a cell as one geometry; what rounding made invalid is cut anew from the whole. */
  private Geometry clip(List<Polygon> part, Envelope box) {
    Geometry clip = geometry(part);
    return clip.isValid() ? clip : geometry(HalfPlane.intersection(ground, box));
  }

  private Envelope box(int south, int north, int west, int east) {
    Envelope box = grid.cell(south, west);
    box.expandToInclude(grid.cell(north, east));
    return box;
  }

  private static Geometry geometry(List<Polygon> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }
}
