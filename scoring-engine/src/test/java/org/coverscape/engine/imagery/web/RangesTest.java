package org.coverscape.engine.imagery.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.junit.jupiter.api.Test;

/** Few requests, and few bytes that nobody wants. */
class RangesTest {
  private static ByteRange range(long from, long end) {
    return new ByteRange(from, end - from);
  }

  private static List<ByteRange> fetch(List<ByteRange> wanted) {
    return Ranges.toFetch(wanted, Long.MAX_VALUE);
  }

  @Test
  void whatADamagedFileWantsIsBounded() {
    List<ByteRange> parts =
        Ranges.toFetch(List.of(new ByteRange(7, Long.MAX_VALUE - 7)), 4L * Ranges.MOST);
    assertTrue(parts.size() <= 5, parts.size() + " parts");
    assertEquals(7, parts.get(0).position());
  }

  @Test
  void neighboursTravelTogether() {
    assertEquals(
        List.of(range(1000, 31_016)),
        fetch(List.of(range(21_016, 31_016), range(1000, 11_000), range(11_008, 21_008))));
  }

  @Test
  void whatLiesFarApartDoesNot() {
    List<ByteRange> apart = List.of(range(0, 10_000), range(11_000, 21_000));
    assertEquals(apart, fetch(apart));
  }

  @Test
  void overlapsAreFetchedOnce() {
    assertEquals(List.of(range(0, 30)), fetch(List.of(range(0, 30), range(10, 20), range(5, 5))));
  }

  @Test
  void longOnesTravelInParts() {
    long end = 3L * Ranges.MOST - 5;
    List<ByteRange> parts = fetch(List.of(range(7, end)));
    assertEquals(3, parts.size());
    assertEquals(7, parts.get(0).position());
    assertEquals(end, parts.get(2).end());
    for (int i = 1; i < parts.size(); i++) {
      assertEquals(parts.get(i - 1).end(), parts.get(i).position());
    }
    assertTrue(parts.stream().allMatch(part -> part.count() <= Ranges.MOST));
  }
}
