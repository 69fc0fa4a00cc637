package org.coverscape.engine.imagery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.region.PixelWindow;

/**
 * Tells images on the web what the next cells will read of them, and nothing else: of images that
 * lie on each other the one that wins, and of years the newest. What shows through holes is fetched
 * when it is read. Not thread-safe.
 */
final class ReadAhead {
  private record Wanted(PlacedTile tile, PixelWindow source) {}

  private final List<PlacedTile> tiles;
  private final OpenTiles open;
  private final boolean needed;
  private List<List<Wanted>> cells = List.of();

  /**
   * Nothing is planned yet.
   *
   * @param tiles all images, those that win first
   */
  ReadAhead(List<PlacedTile> tiles, OpenTiles open) {
    this.tiles = tiles;
    this.open = open;
    needed = tiles.stream().anyMatch(ReadAhead::isFar);
  }

  private static boolean isFar(PlacedTile tile) {
    return tile.tile().location().file().isEmpty();
  }

  /** Takes the windows of the cells that come next, in their order. */
  void plan(List<PixelWindow> windows) {
    cells = needed ? windows.stream().map(this::wanted).toList() : List.of();
  }

  private List<Wanted> wanted(PixelWindow window) {
    List<Wanted> wanted = new ArrayList<>();
    List<PlacedTile> touching = tiles.stream().filter(tile -> tile.touches(window)).toList();
    for (PlacedTile tile : touching) {
      if (!tile.tile().year().equals(touching.get(0).tile().year())) {
        break;
      }
      if (isFar(tile)) {
        source(tile, window).ifPresent(source -> wanted.add(new Wanted(tile, source)));
      }
      if (Windows.intersection(window, tile.placement().extent())
          .filter(window::equals)
          .isPresent()) {
        break;
      }
    }
    return wanted;
  }

  private static Optional<PixelWindow> source(PlacedTile tile, PixelWindow window) {
    return Windows.intersection(window, tile.placement().extent())
        .flatMap(tile.placement()::painting)
        .map(Placement.Painting::source);
  }

  /** Tells the images what the cells from one of the planned ones on will read. */
  void tell(int from) {
    if (needed) {
      Map<PlacedTile, List<PixelWindow>> windows = new LinkedHashMap<>();
      cells.subList(from, cells.size()).stream()
          .flatMap(List::stream)
          .forEach(w -> windows.computeIfAbsent(w.tile(), t -> new ArrayList<>()).add(w.source()));
      windows.forEach((tile, sources) -> open.source(tile).expect(sources));
    }
  }
}
