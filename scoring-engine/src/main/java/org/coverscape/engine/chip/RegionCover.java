package org.coverscape.engine.chip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.coverscape.engine.region.Region;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The cells of a grid that a region touches, each with the part of it that lies inside.
 *
 * <p>Blocks of {@value #BLOCK} × {@value #BLOCK} cells come swath by swath from the west, within a
 * swath from the north, so that imagery is read in order and memory does not grow with the region.
 * Every {@link #iterator} starts anew; the cover itself is immutable and thread-safe.
 */
public final class RegionCover implements Iterable<CoverBlock> {
  /** Rows and columns of a block. */
  public static final int BLOCK = 32;

  /** Square metres under which a cell counts as not touched: what rounding makes of an edge. */
  private static final double TOUCH = 1e-4;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Geometry ground;
  private final List<Polygon> polygons;
  private final ChipGrid grid;
  private final int minRow;
  private final int maxRow;
  private final int minCol;
  private final int maxCol;

  private RegionCover(Geometry ground, ChipGrid grid) {
    this.ground = ground;
    polygons = HalfPlane.polygons(ground);
    this.grid = grid;
    Envelope extent = ground.getEnvelopeInternal();
    minRow = grid.rowAt(extent.getMinY());
    maxRow = grid.rowAt(extent.getMaxY());
    minCol = grid.colAt(extent.getMinX());
    maxCol = grid.colAt(extent.getMaxX());
  }

  /** The cover of a region by the cells of a grid. */
  public static RegionCover of(Region region, ChipGrid grid) {
    return new RegionCover(region.in(grid.crs()).geometry(), grid);
  }

  /** The cover of polygonal ground that is in the grid's coordinates already. */
  public static RegionCover ofGround(Geometry ground, ChipGrid grid) {
    return new RegionCover(ground, grid);
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

  /** Ground in a rectangle of blocks that is still to be walked; numbers count blocks. */
  private record Piece(List<Polygon> ground, int south, int north, int west, int east) {}

  /** Halves the region until each piece is one block: the west first, then the north. */
  private final class Blocks implements Iterator<CoverBlock> {
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private @Nullable CoverBlock next;

    Blocks() {
      pieces.push(
          new Piece(
              polygons,
              Math.floorDiv(minRow, BLOCK),
              Math.floorDiv(maxRow, BLOCK),
              Math.floorDiv(minCol, BLOCK),
              Math.floorDiv(maxCol, BLOCK)));
      next = advance();
    }

    private @Nullable CoverBlock advance() {
      while (!pieces.isEmpty()) {
        Piece piece = pieces.pop();
        if (piece.ground().isEmpty()) {
          continue;
        }
        if (piece.west() < piece.east()) {
          int middle = Math.floorDiv(piece.west() + piece.east(), 2);
          HalfPlane.Sides sides = columns(piece.ground(), (middle + 1) * BLOCK);
          pieces.push(
              new Piece(sides.greater(), piece.south(), piece.north(), middle + 1, piece.east()));
          pieces.push(
              new Piece(sides.lesser(), piece.south(), piece.north(), piece.west(), middle));
        } else if (piece.south() < piece.north()) {
          int middle = Math.floorDiv(piece.south() + piece.north(), 2);
          HalfPlane.Sides sides = rows(piece.ground(), (middle + 1) * BLOCK);
          pieces.push(new Piece(sides.lesser(), piece.south(), middle, piece.west(), piece.east()));
          pieces.push(
              new Piece(sides.greater(), middle + 1, piece.north(), piece.west(), piece.east()));
        } else {
          List<RegionCell> cells = cells(piece);
          if (!cells.isEmpty()) {
            return new CoverBlock(cells);
          }
        }
      }
      return null;
    }

    private List<RegionCell> cells(Piece block) {
      List<RegionCell> cells = new ArrayList<>();
      int row = block.south() * BLOCK;
      int col = block.west() * BLOCK;
      collect(block.ground(), row, row + BLOCK - 1, col, col + BLOCK - 1, cells);
      cells.sort(
          Comparator.comparingInt(RegionCell::row).reversed().thenComparingInt(RegionCell::col));
      return cells;
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
