package org.coverscape.engine.imagery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.PixelWindow;

/**
 * Cuts images into chips, row by row.
 *
 * <p>Images are brought to the grid first: equal grids are copied to the nearest pixel, finer ones
 * of the same system averaged, all others interpolated. Where images of one year overlap, the
 * newest date wins, then the id; years are never blended within a chip: the first year, from the
 * newest, that leaves half of the chip valid is used, and images without a date come last. Holes
 * are filled with the mean of the chip's valid pixels. A chip whose answer would hang on pixels
 * that cannot be read is unreadable.
 *
 * <p>A small image, with a side shorter than a chip or so placed that it fills half of no chip,
 * would never be scored. The cell that holds its middle is scored on it all the same: around the
 * image's pixels the chip is filled with their mirror image.
 *
 * <p>A chip's bytes depend on its cell and the images alone, not on which cells are cut with it or
 * before it. Memory is bounded: one row of chips, and the unpacked blocks of the images it touches.
 * Blocks should come in the order of {@link RegionCover}, so that each is unpacked once; {@link
 * #inAnyOrder} is for others. Not thread-safe.
 */
public final class ChipCutter implements AutoCloseable {
  /** Cells of a row that are painted together at most. */
  private static final int MOST_ACROSS = RegionCover.BLOCK;

  /** Cells painted at once: their canvas stays in the processor's cache until they are cut out. */
  private static final int GROUP_ACROSS = 4;

  /** Takes what became of each cell; may block. */
  public interface ChipSink {
    /** A chip to be scored. */
    void chip(Chip chip) throws InterruptedException;

    /** A cell that cannot be. */
    void unscored(ChipOutcome.Unscored outcome) throws InterruptedException;

    /**
     * Why nobody wants chips any more, in one sentence: then no more imagery is read, and cells
     * that images lie about end unscored for want of a service. Asked before every row.
     */
    default Optional<String> refusal() {
      return Optional.empty();
    }
  }

  private final ChipGrid grid;
  private final List<PlacedTile> tiles;
  private final OpenTiles open;
  private final CanvasPainter painter;
  private final DirectCut direct;
  private final ReadAhead readAhead;
  private final Canvas canvas = new Canvas();

  /**
   * A cutter; each image is opened when it is first needed.
   *
   * @throws IllegalArgumentException when no way from an image's system to the grid's is known
   */
  public ChipCutter(List<ImageryTile> tiles, ChipGrid grid, RasterReader.Opener opener) {
    this(tiles, grid, opener, OpenTiles.Limits.IN_ORDER);
  }

  /**
   * A cutter for blocks that come in another order: keeps more of what it unpacked, 200 MB at most,
   * since it cannot know what is needed again.
   */
  public static ChipCutter inAnyOrder(
      List<ImageryTile> tiles, ChipGrid grid, RasterReader.Opener opener) {
    return new ChipCutter(tiles, grid, opener, OpenTiles.Limits.anyOrder());
  }

  /** A cutter that keeps so much open. */
  ChipCutter(
      List<ImageryTile> tiles, ChipGrid grid, RasterReader.Opener opener, OpenTiles.Limits limits) {
    TilePlacer placer = new TilePlacer(grid);
    this.grid = grid;
    this.tiles =
        tiles.stream().sorted(YearGroup.WINS).map(placer::place).flatMap(Optional::stream).toList();
    open = new OpenTiles(opener, limits);
    painter = new CanvasPainter(open);
    direct = new DirectCut(open);
    readAhead = new ReadAhead(this.tiles, open);
  }

  /**
   * Cuts the chips of a block's cells, and hands each to the sink once, in the block's order.
   *
   * @throws InterruptedException when the thread is interrupted, between two rows or in the sink
   */
  public void cut(CoverBlock block, ChipSink sink) throws InterruptedException {
    List<List<RegionCell>> runs = runs(block.cells());
    for (int i = 0; i < runs.size(); i++) {
      cutRun(runs.get(i), i + 1 < runs.size() ? runs.get(i + 1) : List.of(), sink);
    }
  }

  private static List<List<RegionCell>> runs(List<RegionCell> cells) {
    List<List<RegionCell>> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= cells.size(); i++) {
      if (i == cells.size() || !isSameRun(cells.get(from), cells.get(i))) {
        runs.add(cells.subList(from, i));
        from = i;
      }
    }
    return runs;
  }

  private static boolean isSameRun(RegionCell first, RegionCell cell) {
    return cell.row() == first.row()
        && cell.col() > first.col()
        && cell.col() < first.col() + MOST_ACROSS;
  }

  private void cutRun(List<RegionCell> run, List<RegionCell> nextRun, ChipSink sink)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Optional<String> refusal = sink.refusal();
    if (refusal.isPresent()) {
      skipRun(run, refusal.get(), sink);
      return;
    }
    List<CellCut> cuts = run.stream().map(cell -> new CellCut(grid, cell)).toList();
    open.closeUnless(tile -> isAhead(tile, run.get(0)));
    List<PlacedTile> near = touching(tiles, span(cuts));
    // strips are as wide as the image, and many of them too much to be kept from group to group
    int size = near.stream().anyMatch(open::isStriped) ? MOST_ACROSS : GROUP_ACROSS;
    readAhead.plan(windows(run, nextRun));
    for (int i = 0; i < cuts.size(); i += size) {
      int end = Math.min(i + size, cuts.size());
      int next = end < cuts.size() ? cuts.get(end).window().x() : Integer.MAX_VALUE;
      readAhead.tell(i);
      cutGroup(cuts.subList(i, end), near, next, sink);
    }
  }

  private List<PixelWindow> windows(List<RegionCell> run, List<RegionCell> nextRun) {
    return Stream.of(run, nextRun)
        .flatMap(List::stream)
        .map(cell -> Windows.support(grid, cell.row(), cell.col()))
        .toList();
  }

  private static List<PlacedTile> touching(List<PlacedTile> from, PixelWindow window) {
    return from.stream().filter(tile -> tile.touches(window)).toList();
  }

  private static PixelWindow span(List<CellCut> cuts) {
    PixelWindow first = cuts.get(0).window();
    PixelWindow last = cuts.get(cuts.size() - 1).window();
    return new PixelWindow(first.x(), first.y(), last.endX() - first.x(), first.height());
  }

  /** Cuts cells that are painted together, before those of the same row from a column on. */
  private void cutGroup(List<CellCut> cuts, List<PlacedTile> near, int next, ChipSink sink)
      throws InterruptedException {
    PixelWindow window = span(cuts);
    Ahead ahead = new Ahead(grid.stride(), next);
    Set<PlacedTile> used = new LinkedHashSet<>();
    cuts.forEach(cut -> direct.tryOn(cut, near).ifPresent(used::add));
    for (YearGroup year : YearGroup.of(touching(near, window))) {
      List<CellCut> undecided = cuts.stream().filter(cut -> !cut.isDecided()).toList();
      if (!undecided.isEmpty()) {
        cutYear(year, undecided, window, ahead);
      }
    }
    used.forEach(tile -> painter.release(tile, window, ahead));
    if (Thread.interrupted()) {
      // what could not be fetched any more must not count as unreadable
      throw new InterruptedException();
    }
    for (CellCut cut : cuts) {
      cut.emit(sink);
    }
  }

  private void skipRun(List<RegionCell> run, String why, ChipSink sink)
      throws InterruptedException {
    for (RegionCell cell : run) {
      PixelWindow window = Windows.support(grid, cell.row(), cell.col());
      boolean covered = tiles.stream().anyMatch(tile -> tile.touches(window));
      sink.unscored(
          new ChipOutcome.Unscored(
              grid.index(cell.row(), cell.col()),
              List.of(),
              covered ? UnscoredReason.SERVICE : UnscoredReason.NO_IMAGERY,
              covered ? why : ""));
    }
  }

  /** Whether an image is needed in this swath from here on southwards. */
  private boolean isAhead(PlacedTile tile, RegionCell cell) {
    int swath = Math.floorDiv(cell.col(), MOST_ACROSS) * MOST_ACROSS;
    PixelWindow here = Windows.support(grid, cell.row(), swath);
    int width = MOST_ACROSS * grid.stride() + 2 * grid.margin();
    PixelWindow extent = tile.placement().extent();
    return extent.endY() > here.y() && extent.endX() > here.x() && extent.x() < here.x() + width;
  }

  private void cutYear(YearGroup year, List<CellCut> cuts, PixelWindow window, Ahead ahead) {
    canvas.reset(window);
    List<PixelWindow> parts = joined(cuts);
    for (int i = 0; i < year.tiles().size(); i++) {
      painter.paint(year.tiles().get(i), i + 1, canvas, parts, ahead);
    }
    cuts.forEach(cut -> cut.consider(canvas, year.tiles(), open));
  }

  /** The windows of cells from the west, those that meet made one. */
  private static List<PixelWindow> joined(List<CellCut> cuts) {
    List<PixelWindow> parts = new ArrayList<>();
    for (CellCut cut : cuts) {
      PixelWindow window = cut.window();
      PixelWindow before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      if (before != null && before.endX() >= window.x()) {
        parts.set(
            parts.size() - 1,
            new PixelWindow(before.x(), before.y(), window.endX() - before.x(), before.height()));
      } else {
        parts.add(window);
      }
    }
    return parts;
  }

  @Override
  public void close() {
    open.close();
  }
}
