package org.coverscape.engine.imagery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is kept, and what goes first. */
class PieceCacheTest {
  private final Object file = new Object();
  private final PieceCache cache = new PieceCache(100);

  private void put(long position, int count, boolean ahead) {
    cache.put(new Piece(file, position, new byte[count]), ahead);
  }

  private boolean holds(long position) {
    return cache.coveredUntil(file, position) > position;
  }

  @Test
  void whatWasReadGoesBeforeWhatWasNot() {
    put(0, 40, true);
    put(40, 40, false);
    put(80, 40, false);
    assertTrue(holds(0), "not read yet");
    assertFalse(holds(40));
    assertTrue(cache.read(file, 0).isPresent());
    assertEquals(0, cache.bytesAhead());
    put(120, 40, true);
    assertFalse(holds(80), "the longest unused goes");
    assertTrue(holds(0));
  }

  @Test
  void neverHoldsMoreThanItMay() {
    for (int i = 0; i < 50; i++) {
      put(i * 30L, 30, i % 3 == 0);
      assertTrue(cache.bytes() <= 100 && cache.bytesAhead() <= cache.bytes());
    }
    put(5000, 101, false);
    assertFalse(holds(5000), "too large");
  }

  @Test
  void knowsHowFarItReaches() {
    put(10, 10, false);
    put(20, 10, true);
    put(50, 5, false);
    assertEquals(30, cache.coveredUntil(file, 12));
    assertEquals(5, cache.coveredUntil(file, 5));
    assertEquals(50, cache.nextFrom(file, 30));
    assertEquals(5, cache.coveredUntil(new Object(), 5));
  }

  @Test
  void forgetsAFile() {
    put(0, 40, true);
    put(40, 40, false);
    cache.drop(file);
    assertEquals(0, cache.bytes());
    assertEquals(0, cache.bytesAhead());
  }
}
