package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TileBudgetTest {
  private static final long MIB = 1L << 20;

  @Test
  void aLayerTakesATwelfthOfLittleMemoryAndNoMoreThanItAsksFor() {
    assertEquals(1024 * MIB / 12, TileBudget.bytes(128 * MIB, 1024 * MIB));
    assertEquals(128 * MIB, TileBudget.bytes(128 * MIB, 8192 * MIB));
    assertEquals(24 * MIB, TileBudget.bytes(24 * MIB, 1024 * MIB));
  }

  @Test
  void countsTilesOfTheUsualSize() {
    assertEquals(4, TileBudget.tiles(MIB));
    assertEquals(1, TileBudget.tiles(0));
  }
}
