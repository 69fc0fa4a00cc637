package org.coverscape.engine.chip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.coverscape.engine.chip.Rings.Place;

/**
 * One walk over the cells of a cover from a point outwards, in four parts: a few cells about the
 * point, fewer of all the others, then what is left about the point, then what is left elsewhere.
 *
 * <p>What lies within {@value #NEAR} groups of {@value #GROUP} × {@value #GROUP} cells is about the
 * point; there every {@value #NEAR_STEP}th row and column comes first, elsewhere every {@value
 * #FAR_STEP}th: each such cell makes the blocks of an image that it touches be unpacked once more,
 * unless they are still kept when the rest of their cells comes. Beyond, blocks come in rings and
 * the groups of a block together, for the same reason.
 *
 * <p>Only the places of blocks are kept; cells are found block by block. Not thread-safe.
 */
final class OutwardScan implements Iterator<CoverBlock> {
  /** Rows and columns of a group. */
  static final int GROUP = 8;

  /** Rings of groups that are about the point: they lie in four blocks at most. */
  static final int NEAR = 2;

  /** Every how many-th row and column comes first about the point. */
  static final int NEAR_STEP = 4;

  /** The same elsewhere. */
  static final int FAR_STEP = 8;

  private enum Part {
    FIRST_NEAR,
    FIRST_FAR,
    REST_NEAR,
    REST_FAR,
    END
  }

  private final BlockSeeker seeker;
  private final List<Place> blocks;
  private final BitSet empty = new BitSet();
  private final Rings cells;
  private final Rings groups;
  private final Queue<CoverBlock> ready = new ArrayDeque<>();
  private Part part = Part.FIRST_NEAR;
  private int at;

  /** A walk from a point in the grid's coordinates, or where the region's extent is nearest. */
  OutwardScan(RegionCover cover, double x, double y) {
    seeker = new BlockSeeker(cover.tree());
    double size = cover.grid().cellSize();
    int row = clamp(y / size, cover.minRow(), cover.maxRow());
    int col = clamp(x / size, cover.minCol(), cover.maxCol());
    cells = new Rings(row, col);
    Place group = place(row, col, GROUP);
    groups = new Rings(group.row(), group.col());
    Place middle = place(row, col, RegionCover.BLOCK);
    blocks = places(cover.tree().root(), new Rings(middle.row(), middle.col()));
  }

  private static int clamp(double cell, int min, int max) {
    return (int) Math.max(min, Math.min(max, Math.floor(cell)));
  }

  private static Place place(int row, int col, int size) {
    return new Place(Math.floorDiv(row, size), Math.floorDiv(col, size));
  }

  private static List<Place> places(BlockTree.Piece all, Rings rings) {
    return IntStream.rangeClosed(all.south(), all.north())
        .boxed()
        .flatMap(
            row ->
                IntStream.rangeClosed(all.west(), all.east()).mapToObj(col -> new Place(row, col)))
        .sorted(rings.order())
        .toList();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && part != Part.END) {
      prepare();
    }
    return !ready.isEmpty();
  }

  @Override
  public CoverBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** One step of the walk; what it finds, perhaps nothing, is ready then. */
  private void prepare() {
    switch (part) {
      case FIRST_NEAR -> {
        addFirst(near());
        part = Part.FIRST_FAR;
      }
      case FIRST_FAR -> walkFar(Part.REST_NEAR);
      case REST_NEAR -> {
        addRest(near());
        part = Part.REST_FAR;
      }
      case REST_FAR -> walkFar(Part.END);
      case END -> {}
    }
  }

  private void walkFar(Part after) {
    if (at == blocks.size()) {
      at = 0;
      part = after;
      return;
    }
    int block = at++;
    if (empty.get(block)) {
      return;
    }
    List<RegionCell> all = seeker.cells(blocks.get(block));
    empty.set(block, all.isEmpty());
    List<RegionCell> far = all.stream().filter(cell -> !isNear(cell)).toList();
    if (part == Part.FIRST_FAR) {
      addFirst(far);
    } else {
      addRest(far);
    }
  }

  /** The cells about the point, of all blocks in which such lie. */
  private List<RegionCell> near() {
    int reach = NEAR * GROUP;
    int south = groups.row() * GROUP - reach;
    int west = groups.col() * GROUP - reach;
    Place least = place(south, west, RegionCover.BLOCK);
    Place most =
        place(south + 2 * reach + GROUP - 1, west + 2 * reach + GROUP - 1, RegionCover.BLOCK);
    List<RegionCell> near = new ArrayList<>();
    for (int row = least.row(); row <= most.row(); row++) {
      for (int col = least.col(); col <= most.col(); col++) {
        seeker.cells(new Place(row, col)).stream().filter(this::isNear).forEach(near::add);
      }
    }
    return near;
  }

  private boolean isNear(RegionCell cell) {
    return groups.of(place(cell.row(), cell.col(), GROUP)) <= NEAR;
  }

  private boolean isFirst(RegionCell cell) {
    int step = isNear(cell) ? NEAR_STEP : FAR_STEP;
    return Math.floorMod(cell.row(), step) == 0 && Math.floorMod(cell.col(), step) == 0;
  }

  private void addFirst(List<RegionCell> from) {
    Comparator<RegionCell> nearest =
        Comparator.comparing(cell -> new Place(cell.row(), cell.col()), cells.order());
    List<RegionCell> first = from.stream().filter(this::isFirst).sorted(nearest).toList();
    if (!first.isEmpty()) {
      ready.add(new CoverBlock(first));
    }
  }

  private void addRest(List<RegionCell> from) {
    Map<Place, List<RegionCell>> byGroup = new TreeMap<>(groups.order());
    for (RegionCell cell : from) {
      if (!isFirst(cell)) {
        Place group = place(cell.row(), cell.col(), GROUP);
        byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(cell);
      }
    }
    byGroup.values().forEach(group -> ready.add(new CoverBlock(group)));
  }
}
