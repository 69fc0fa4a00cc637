package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TileCacheTest {
  private static final long TILE = 4L * FakeSource.SIZE * FakeSource.SIZE;
  private final TileCache cache = new TileCache(3 * TILE);

  @Test
  void theOneUnusedForLongestGoesFirst() {
    put(0);
    put(1);
    put(2);
    assertNotNull(cache.get(at(0)), "used again");
    put(3);
    assertNull(cache.get(at(1)));
    assertNotNull(cache.get(at(0)));
    assertNotNull(cache.get(at(3)));
    assertEquals(3 * TILE, cache.bytes());
  }

  @Test
  void aTilePutTwiceCountsOnce() {
    put(0);
    put(0);
    assertEquals(TILE, cache.bytes());
  }

  @Test
  void coloursAreMultipliedWithTheirAlpha() {
    assertArrayEquals(
        new int[] {0x80804020, 0xff112233, 0},
        TileImage.premultiplied(new int[] {0x80ff8040, 0xff112233, 0x00ffffff}));
  }

  private void put(int x) {
    cache.put(at(x), new TileImage(FakeSource.pixels(at(x)), 0));
  }

  private static TileAddress at(int x) {
    return new TileAddress(5, x, 0);
  }
}
