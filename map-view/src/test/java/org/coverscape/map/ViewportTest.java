package org.coverscape.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private final Viewport view = new Viewport(-12_738_000, 3_845_000, 2.5, 800, 600);

  @Test
  void zoomKeepsTheGroundUnderTheCursor() {
    Random random = new Random(7);
    Viewport v = view;
    for (int i = 0; i < 50; i++) {
      double x = random.nextDouble() * v.width();
      double y = random.nextDouble() * v.height();
      double mapX = v.mapX(x);
      double mapY = v.mapY(y);
      v = v.zoomed(random.nextBoolean() ? 1.3 : 1 / 1.3, x, y);
      assertEquals(mapX, v.mapX(x), 1e-6);
      assertEquals(mapY, v.mapY(y), 1e-6);
    }
  }

  @Test
  void panMovesTheGroundWithTheHand() {
    double mapX = view.mapX(100);
    double mapY = view.mapY(200);
    Viewport moved = view.panned(30, -12);
    assertEquals(mapX, moved.mapX(130), 1e-6);
    assertEquals(mapY, moved.mapY(188), 1e-6);
  }

  @Test
  void screenAndMapAreInverse() {
    assertEquals(123, view.screenX(view.mapX(123)), 1e-9);
    assertEquals(456, view.screenY(view.mapY(456)), 1e-9);
    assertTrue(view.mapY(0) > view.mapY(600), "north is up");
  }

  @Test
  void fittedShowsTheWholeRectangle() {
    Viewport v = view.fitted(0, 0, 5000, 1000);
    assertTrue(v.screenX(0) >= 0 && v.screenX(5000) <= v.width());
    assertTrue(v.screenY(1000) >= 0 && v.screenY(0) <= v.height());
  }

  @Test
  void resizedKeepsTheMiddle() {
    Viewport v = view.resized(1000, 300);
    assertEquals(view.centreX(), v.mapX(500), 1e-9);
    assertEquals(view.centreY(), v.mapY(150), 1e-9);
  }

  @Test
  void refusesAnEmptyScreen() {
    assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 0, 1, 0, 10));
    assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 0, Double.NaN, 10, 10));
  }

  @Test
  void boxIsWhatIsSeen() {
    MapBox box = view.box();
    assertEquals(view.ground(0, 600), new MapPoint(box.minX(), box.minY()));
    assertEquals(view.ground(800, 0), new MapPoint(box.maxX(), box.maxY()));
    assertEquals(view.centre(), box.centre());
    assertTrue(view.fitted(box.grown(0.5)).box().contains(box.grown(0.5)));
  }

  @Test
  void groundIsFinerThanTheMapAwayFromTheEquator() {
    Viewport north = new Viewport(0, WebMercator.y(60), 2, 100, 100);
    assertEquals(1, north.groundMetresPerPixel(), 1e-9);
  }
}
