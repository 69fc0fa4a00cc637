package org.coverscape.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebMercatorTest {
  /** The example of IOGP Guidance Note 7-2: 24°22'54.433"N 100°20'W. */
  @Test
  void agreesWithThePublishedExample() {
    assertEquals(-11_169_055.58, WebMercator.x(-100 - 20 / 60.0), 0.01);
    assertEquals(2_800_000.00, WebMercator.y(24 + 22 / 60.0 + 54.433 / 3600), 0.02);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-114.43,32.65", "179.9,-84.9", "12.5,60"})
  void thereAndBack(double longitude, double latitude) {
    assertEquals(longitude, WebMercator.longitude(WebMercator.x(longitude)), 1e-9);
    assertEquals(latitude, WebMercator.latitude(WebMercator.y(latitude)), 1e-9);
  }

  @Test
  void theWorldIsSquare() {
    assertEquals(WebMercator.HALF_WORLD, WebMercator.y(90), 1e-3);
    assertEquals(2.0, WebMercator.scale(60), 1e-12);
  }
}
