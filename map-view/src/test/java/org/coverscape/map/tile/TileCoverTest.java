package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;
import org.junit.jupiter.api.Test;

class TileCoverTest {
  private final FakeSource source = new FakeSource();

  @Test
  void coversEveryPixelWithTilesOfAFittingSize() {
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      Viewport view =
          new Viewport(
              random.nextDouble() * 1e7,
              random.nextDouble() * 1e7,
              Math.pow(2, random.nextDouble() * 10),
              900,
              700);
      TileCover cover = TileCover.of(source, view, 1.5);
      for (int p = 0; p < 20; p++) {
        MapPoint ground = view.ground(random.nextDouble() * 900, random.nextDouble() * 700);
        assertTrue(cover.visible().stream().anyMatch(tile -> tile.box().contains(ground)));
      }
      double drawn = TileAddress.metresPerPixel(cover.zoom()) / view.metresPerPixel() * 1.5;
      assertTrue(drawn > 0.6 && drawn < 1.3, "device pixels per pixel of tile: " + drawn);
    }
  }

  @Test
  void theMiddleComesFirst() {
    Viewport view = new Viewport(1_000, 2_000, 10, 2_000, 1_500);
    List<TileAddress> tiles = TileCover.of(source, view, 1).visible();
    double first = tiles.get(0).box().centre().distance(view.centre());
    double last = tiles.get(tiles.size() - 1).box().centre().distance(view.centre());
    assertTrue(first < last);
  }

  @Test
  void closerThanTheSourceItsDeepestTilesAreMagnified() {
    TileCover cover = TileCover.of(source, new Viewport(0, 0, 0.02, 900, 700), 1);
    assertEquals(18, cover.zoom());
    assertTrue(cover.visible().size() <= 4);
  }

  @Test
  void aCoverThatDoesNotFitIntoMemoryIsOfAWiderZoom() {
    TileCover cover = TileCover.of(source, new Viewport(0, 0, 10, 2_000, 1_500), 1);
    TileCover smaller = cover.within(20, 0);
    assertTrue(smaller.all().size() <= 20 && smaller.zoom() < cover.zoom());
    for (TileAddress tile : cover.visible()) {
      assertTrue(smaller.visible().contains(tile.ancestor(smaller.zoom())));
    }
    assertEquals(cover, cover.within(10_000, 0));
    assertEquals(3, cover.within(3, cover.zoom()).all().size(), "the middle at least");
  }

  @Test
  void nothingIsAskedOutsideTheExtent() {
    TileSource small =
        new FakeSource() {
          @Override
          public Optional<MapBox> extent() {
            return Optional.of(new MapBox(0, 0, 1_000, 1_000));
          }
        };
    Viewport away = new Viewport(1e6, 1e6, 1, 900, 700);
    assertEquals(List.of(), TileCover.of(small, away, 1).all());
    Viewport near = new Viewport(500, 500, 5, 900, 700);
    MapBox extent = new MapBox(0, 0, 1_000, 1_000);
    assertTrue(
        TileCover.of(small, near, 1).visible().stream()
            .allMatch(tile -> tile.box().intersects(extent)));
  }

  @Test
  void aViewFarTooWideAsksForNothing() {
    TileSource deep =
        new FakeSource() {
          @Override
          public int minZoom() {
            return 15;
          }
        };
    Viewport world = new Viewport(0, 0, 40_000, 900, 700);
    assertEquals(List.of(), TileCover.of(deep, world, 1).visible());
  }
}
