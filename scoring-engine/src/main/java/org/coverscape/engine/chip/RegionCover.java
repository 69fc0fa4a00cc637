package org.coverscape.engine.chip;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.coverscape.engine.region.Region;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

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
  private final ChipGrid grid;
  private final int minRow;
  private final int maxRow;
  private final int minCol;
  private final int maxCol;

  private RegionCover(Geometry ground, ChipGrid grid) {
    this.ground = ground;
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

  /** Walks the blocks, keeping the part of the region in the present swath. */
  private final class Blocks implements Iterator<CoverBlock> {
    private int col = Math.floorDiv(minCol, BLOCK) * BLOCK;
    private int row = top();
    private Optional<Geometry> swath = swath();
    private @Nullable CoverBlock next = advance();

    private int top() {
      return Math.floorDiv(maxRow, BLOCK) * BLOCK;
    }

    private Optional<Geometry> swath() {
      return col > maxCol ? Optional.empty() : clip(ground, minRow, maxRow, col, col + BLOCK - 1);
    }

    private @Nullable CoverBlock advance() {
      while (col <= maxCol) {
        if (swath.isEmpty() || row + BLOCK <= minRow) {
          col += BLOCK;
          row = top();
          swath = swath();
          continue;
        }
        List<RegionCell> cells = new ArrayList<>();
        collect(swath.get(), row, row + BLOCK - 1, col, col + BLOCK - 1, cells);
        row -= BLOCK;
        if (!cells.isEmpty()) {
          cells.sort(
              (a, b) ->
                  a.row() != b.row()
                      ? Integer.compare(b.row(), a.row())
                      : Integer.compare(a.col(), b.col()));
          return new CoverBlock(cells);
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

  /** Divides a square of cells until each is whole, clipped or untouched. */
  private void collect(
      Geometry part, int south, int north, int west, int east, List<RegionCell> out) {
    Optional<Geometry> clipped = clip(part, south, north, west, east);
    if (clipped.isEmpty()) {
      return;
    }
    if (isAll(clipped.get(), south, north, west, east)) {
      for (int r = south; r <= north; r++) {
        for (int c = west; c <= east; c++) {
          out.add(new RegionCell(r, c, null));
        }
      }
      return;
    }
    if (south == north && west == east) {
      out.add(new RegionCell(south, west, clipped.get()));
      return;
    }
    int middleRow = Math.floorDiv(south + north, 2);
    int middleCol = Math.floorDiv(west + east, 2);
    collect(clipped.get(), south, middleRow, west, middleCol, out);
    collect(clipped.get(), south, middleRow, middleCol + 1, east, out);
    collect(clipped.get(), middleRow + 1, north, west, middleCol, out);
    collect(clipped.get(), middleRow + 1, north, middleCol + 1, east, out);
  }

  private boolean isAll(Geometry part, int south, int north, int west, int east) {
    Envelope box = box(south, north, west, east);
    return part.getArea() >= box.getArea() - TOUCH;
  }

  private Optional<Geometry> clip(Geometry part, int south, int north, int west, int east) {
    Envelope box = box(south, north, west, east);
    Envelope extent = part.getEnvelopeInternal();
    if (!box.intersects(extent)) {
      return Optional.empty();
    }
    Geometry inside =
        box.covers(extent)
            ? part
            : polygons(
                OverlayNGRobust.overlay(part, GEOMETRY.toGeometry(box), OverlayNG.INTERSECTION));
    return inside.getArea() <= TOUCH ? Optional.empty() : Optional.of(inside);
  }

  private Envelope box(int south, int north, int west, int east) {
    Envelope box = grid.cell(south, west);
    box.expandToInclude(grid.cell(north, east));
    return box;
  }

  private static Geometry polygons(Geometry geometry) {
    List<?> parts = PolygonExtracter.getPolygons(geometry);
    return parts.size() == 1
        ? (Geometry) parts.get(0)
        : GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }
}
