package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NlcdLegendTest {
  /** Colours of the lower 48 states as the release of 2016 has them; the other codes are black. */
  private static SortedMap<Integer, Integer> colours() {
    SortedMap<Integer, Integer> colours = new TreeMap<>();
    for (int code = 0; code < 256; code++) {
      colours.put(code, 0);
    }
    colours.putAll(
        Map.of(
            11, 0x476BA1, 21, 0xDECACA, 22, 0xD99482, 23, 0xEE0000, 24, 0xAB0000, 31, 0xB3AEA3, 41,
            0x68AB63, 42, 0x1C6330));
    colours.putAll(
        Map.of(
            43, 0xB5CA8F, 52, 0xCCBA7D, 71, 0xE3E3C2, 81, 0xDCD93D, 82, 0xAB7028, 90, 0xBAD9EB, 95,
            0x70A3BA));
    return colours;
  }

  @Test
  void coloursOfNlcdGetNamesAndLoseWhatIsNoClass() {
    ClassTable nlcd = NlcdLegend.complete(new ClassTable(new TreeMap<>(), colours()));
    assertEquals(Optional.of("evergreen forest"), nlcd.name(42));
    assertEquals(Optional.of(0x1C6330), nlcd.colour(42));
    assertEquals(Optional.empty(), nlcd.colour(0));
    assertEquals(20, nlcd.names().size());
  }

  @Test
  void otherColoursAndOtherNamesStay() {
    SortedMap<Integer, Integer> colours = colours();
    colours.put(42, 0x305F2C);
    ClassTable other = new ClassTable(new TreeMap<>(), colours);
    assertSame(other, NlcdLegend.complete(other));
    colours.remove(42);
    ClassTable fewer = new ClassTable(new TreeMap<>(), colours);
    assertSame(fewer, NlcdLegend.complete(fewer));
    ClassTable named = new ClassTable(new TreeMap<>(Map.of(42, "Evergreen Forest")), colours());
    assertSame(named, NlcdLegend.complete(named));
  }
}
