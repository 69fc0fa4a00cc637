package org.coverscape.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewMotionTest {
  private static final double FRAME = 1 / 60.0;
  private final Viewport start = new Viewport(-12_738_000, 3_845_000, 2.5, 800, 600);

  @Test
  void aTurnOfTheWheelZoomsByTheAskedFactorAndKeepsTheGroundUnderTheCursor() {
    Glide glide = new Glide();
    glide.zoom(1, 650, 120);
    MapPoint ground = start.ground(650, 120);
    Viewport view = start;
    int frames = 0;
    while (!glide.done()) {
      view = glide.next(view, FRAME);
      assertEquals(ground.x(), view.mapX(650), 1e-6);
      assertEquals(ground.y(), view.mapY(120), 1e-6);
      assertTrue(++frames < 120, "the movement comes to rest");
    }
    assertEquals(start.metresPerPixel() / 2, view.metresPerPixel(), 1e-9);
    assertTrue(frames > 5, "the movement is smooth");
  }

  @Test
  void furtherPushesAreAddedToWhatIsLeft() {
    Glide glide = new Glide();
    glide.pan(100, 0);
    Viewport view = glide.next(start, FRAME);
    glide.pan(100, 40);
    while (!glide.done()) {
      view = glide.next(view, FRAME);
    }
    assertEquals(start.panned(200, 40).centreX(), view.centreX(), 1e-6);
    assertEquals(start.panned(200, 40).centreY(), view.centreY(), 1e-6);
  }

  @Test
  void aFlightEndsExactlyAtItsTarget() {
    Viewport target = start.fitted(new MapBox(-12_700_000, 3_800_000, -12_699_000, 3_801_000));
    Flight flight = new Flight(start, target);
    Viewport view = start;
    double scale = start.metresPerPixel();
    while (!flight.done()) {
      view = flight.next(view, FRAME);
      assertTrue(view.metresPerPixel() <= scale + 1e-9, "it only comes closer");
      scale = view.metresPerPixel();
    }
    assertEquals(target, view);
  }

  @Test
  void aFlightAtOneScaleGoesStraight() {
    Viewport target = start.panned(500, 300);
    Flight flight = new Flight(start, target);
    Viewport half = flight.next(start, 0.1);
    assertFalse(flight.done());
    double share = (half.centreX() - start.centreX()) / (target.centreX() - start.centreX());
    assertTrue(share > 0 && share < 1);
    assertEquals(
        start.centreY() + share * (target.centreY() - start.centreY()), half.centreY(), 1e-6);
  }
}
