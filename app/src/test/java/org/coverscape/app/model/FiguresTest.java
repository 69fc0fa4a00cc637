package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void countsHaveSeparatorsAndTheirNoun() {
    assertEquals("1,284", Figures.count(1284));
    assertEquals("1 tile", Figures.count(1, "tile"));
    assertEquals("0 tiles", Figures.count(0, "tile"));
    assertEquals("10,000 chips", Figures.count(10_000, "chip"));
  }

  @Test
  void areasAreFinerTheSmallerTheyAre() {
    assertEquals("1,284 ha", Figures.hectares(12_840_000));
    assertEquals("3,173 ac", Figures.acres(12_840_000));
    assertEquals("12.8 ha", Figures.hectares(128_400));
    assertEquals("0.25 ha", Figures.hectares(2_500));
    assertEquals("1.00 ac", Figures.acres(4046.8564224));
  }

  @Test
  void lengthsAreMetresOrKilometres() {
    assertEquals("999.9 m", Figures.length(999.94));
    assertEquals("1.000 km", Figures.length(999.96), "never 1000.0 m");
    assertEquals("1.234 km", Figures.length(1234));
    assertEquals("1,234.568 km", Figures.length(1_234_567.9));
  }

  @Test
  void timesAreRoundedToWhatOneCanKnow() {
    assertEquals("about 12 s", Figures.about(12.3));
    assertEquals("1 s", Figures.time(0.01));
    assertEquals("1 min", Figures.time(59.7));
    assertEquals("3 min 20 s", Figures.time(200));
    assertEquals("12 min", Figures.time(12 * 60 + 40));
    assertEquals("2 h 5 min", Figures.time(2 * 3600 + 5 * 60 + 20));
  }

  @Test
  void percentAndScale() {
    assertEquals("54.0 %", Figures.percent(54.04));
    assertEquals("1:8,000", Figures.scale(8_031));
    assertEquals("1:93", Figures.scale(93));
    assertEquals("1:12,000,000", Figures.scale(12_345_678));
  }
}
