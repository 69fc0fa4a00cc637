package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.WebMercator;
import org.junit.jupiter.api.Test;

class TileAddressTest {
  /** The Eiffel tower lies on 16/33185/22545 in every map of the web. */
  @Test
  void agreesWithTheSchemeOfTheWeb() {
    MapPoint tower = MapPoint.ofDegrees(2.2945, 48.8583);
    assertTrue(new TileAddress(16, 33185, 22545).box().contains(tower));
  }

  @Test
  void theWorldIsOneTile() {
    double edge = WebMercator.HALF_WORLD;
    assertEquals(new MapBox(-edge, -edge, edge, edge), new TileAddress(0, 0, 0).box());
    assertEquals(156_543.03, TileAddress.metresPerPixel(0), 0.01);
  }

  @Test
  void aParentHoldsItsChildren() {
    TileAddress tile = new TileAddress(18, 47_000, 105_321);
    assertTrue(tile.parent().box().padded(1e-3).contains(tile.box()));
    assertEquals(tile.parent().parent().parent(), tile.ancestor(15));
  }

  @Test
  void refusesPlacesOutsideTheWorld() {
    assertThrows(IllegalArgumentException.class, () -> new TileAddress(1, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> new TileAddress(1, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> new TileAddress(31, 0, 0));
  }
}
