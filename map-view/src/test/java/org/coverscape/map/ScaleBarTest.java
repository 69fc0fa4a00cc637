package org.coverscape.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleBarTest {
  @Test
  void isRoundAndFits() {
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      double y = (random.nextDouble() - 0.5) * 1.8 * WebMercator.HALF_WORLD;
      Viewport view = new Viewport(0, y, Math.pow(10, random.nextDouble() * 6 - 1.6), 800, 600);
      ScaleBar bar = ScaleBar.of(view, 140);
      assertTrue(bar.pixels() <= 140.000001 && bar.pixels() > 55.9, bar.toString());
      assertEquals(bar.metres(), bar.pixels() * view.groundMetresPerPixel(), bar.metres() * 1e-9);
      double leading = bar.metres() / Math.pow(10, Math.floor(Math.log10(bar.metres()) + 1e-9));
      assertTrue(
          Math.abs(leading - 1) < 1e-9
              || Math.abs(leading - 2) < 1e-9
              || Math.abs(leading - 5) < 1e-9,
          bar.toString());
    }
  }

  @Test
  void speaksOfTheGroundNotOfTheMap() {
    double y = WebMercator.y(60);
    assertEquals("100 m", ScaleBar.of(new Viewport(0, y, 2, 800, 600), 100).text());
    assertEquals("200 m", ScaleBar.of(new Viewport(0, 0, 2, 800, 600), 100).text());
  }

  @Test
  void choosesTheUnit() {
    assertEquals("2 km", ScaleBar.of(new Viewport(0, 0, 20, 800, 600), 100).text());
    assertEquals("5,000 km", ScaleBar.of(new Viewport(0, 0, 50_000, 800, 600), 100).text());
    assertEquals("50 cm", ScaleBar.of(new Viewport(0, 0, 0.02, 800, 600), 30).text());
  }

  @Test
  void mapScaleHasThreeFigures() {
    Viewport view = new Viewport(0, 0, 8_000 * 0.0254 / 96, 800, 600);
    assertEquals(8_000, ScaleBar.mapScale(view, 96));
    assertEquals(12_300, ScaleBar.mapScale(new Viewport(0, 0, 12_345 * 0.0254 / 96, 800, 600), 96));
  }
}
