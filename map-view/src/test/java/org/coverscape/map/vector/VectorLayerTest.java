package org.coverscape.map.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;
import org.coverscape.map.frame.Frame;
import org.coverscape.map.frame.Painted;
import org.junit.jupiter.api.Test;

class VectorLayerTest {
  private final VectorLayer layer = new VectorLayer("test");

  private static MapShape square(String id, double x, double y, double side) {
    return new MapShape(
        id, List.of(new double[] {x, y, x + side, y, x + side, y + side, x, y + side}), true);
  }

  /** Shapes are found once they have been painted. */
  private void show(List<MapShape> shapes) {
    layer.setShapes(shapes);
    assertEquals(Optional.empty(), layer.at(new MapPoint(0, 0), 1e6), "nothing is worked out here");
    assertTrue(layer.maySee(Frame.around(new Viewport(0, 0, 1, 200, 200), 1)));
  }

  @Test
  void findsTheTopmostShape() {
    show(List.of(square("low", 0, 0, 100), square("high", 50, 50, 100)));
    assertEquals("high", layer.at(new MapPoint(75, 75), 0).orElseThrow().id());
    assertEquals("low", layer.at(new MapPoint(25, 25), 0).orElseThrow().id());
    assertEquals(Optional.empty(), layer.at(new MapPoint(200, 200), 4));
    assertEquals("high", layer.at(new MapPoint(153, 100), 4).orElseThrow().id());
  }

  @Test
  void holesAreNotInside() {
    double[] outer = {0, 0, 100, 0, 100, 100, 0, 100};
    double[] hole = {40, 40, 60, 40, 60, 60, 40, 60};
    show(List.of(new MapShape("ring", List.of(outer, hole), true)));
    assertEquals(Optional.empty(), layer.at(new MapPoint(50, 50), 1));
    assertTrue(layer.at(new MapPoint(41, 50), 2).isPresent(), "the edge of the hole");
  }

  @Test
  void linesHaveNoInside() {
    double[] line = {0, 0, 100, 0, 100, 100};
    show(List.of(new MapShape("road", List.of(line), false)));
    assertEquals(Optional.empty(), layer.at(new MapPoint(70, 30), 4));
    assertEquals(Optional.empty(), layer.at(new MapPoint(50, 50), 4));
    assertTrue(layer.at(new MapPoint(103, 50), 4).isPresent());
  }

  @Test
  void drawsFillsAndHolesWhereTheyAre() {
    double[] outer = {-80, -80, 80, -80, 80, 80, -80, 80};
    double[] hole = {-20, -20, 20, -20, 20, 20, -20, 20};
    layer.setShapes(List.of(new MapShape("ring", List.of(outer, hole), true)));
    layer.setStyle(shape -> ShapeStyle.outline(Color.RED, 0).withFill(Color.rgb(0, 0, 255, 0.5)));
    Frame frame = Frame.around(new Viewport(0, 0, 1, 200, 200), 1);
    int[] out = new int[frame.width() * frame.height()];
    assertSame(Painted.STILL, layer.render(frame, out));
    assertEquals(0, at(out, frame, 0, 0));
    assertEquals(0, at(out, frame, 90, 0));
    assertEquals(0x80000080, at(out, frame, 50, -50), "premultiplied");
  }

  @Test
  void drawsHatchDashesAndDots() {
    layer.setShapes(List.of(square("big", -80, -80, 160), square("tiny", 90, 90, 0.5)));
    layer.setStyle(shape -> ShapeStyle.outline(Color.LIME, 2).withDashes().withHatch());
    Frame frame = Frame.around(new Viewport(0, 0, 1, 200, 200), 1);
    int[] out = new int[frame.width() * frame.height()];
    layer.render(frame, out);
    double share = Arrays.stream(out).filter(pixel -> pixel != 0).count() / (160.0 * 160);
    assertTrue(share > 0.1 && share < 0.6, "hatched share " + share);
    assertNotEquals(0, at(out, frame, 90.2, 90.2), "too small for an outline, but seen");
  }

  @Test
  void whatIsOutOfSightIsLeftOut() {
    List<String> asked = new ArrayList<>();
    layer.setShapes(List.of(square("far", 1e6, 1e6, 10), square("near", 0, 0, 10)));
    layer.setStyle(
        shape -> {
          asked.add(shape.id());
          return ShapeStyle.outline(Color.RED, 1);
        });
    Frame frame = Frame.around(new Viewport(0, 0, 1, 200, 200), 1);
    layer.render(frame, new int[frame.width() * frame.height()]);
    assertEquals(List.of("near"), asked);
    layer.setShapes(List.of(square("far", 1e6, 1e6, 10)));
    assertFalse(layer.maySee(frame));
    assertSame(Painted.BLANK, layer.render(frame, new int[frame.width() * frame.height()]));
  }

  @Test
  void labelsStandInsideTheirShape() {
    MapShape angle =
        new MapShape("L", List.of(new double[] {0, 0, 90, 0, 90, 30, 30, 30, 30, 90, 0, 90}), true);
    ShapeEntry entry = ShapeEntry.of(List.of(angle, square("s", 10, 10, 20))).get(1);
    assertEquals(new MapPoint(20, 20), entry.anchor());
    assertEquals(new MapBox(10, 10, 30, 30), entry.box());
  }

  @Test
  void refusesShapesWithoutPoints() {
    assertThrows(IllegalArgumentException.class, () -> new MapShape("a", List.of(), true));
    assertThrows(
        IllegalArgumentException.class, () -> new MapShape("a", List.of(new double[0]), false));
  }

  private static int at(int[] out, Frame frame, double mapX, double mapY) {
    int x = (int) Math.floor(frame.x(mapX));
    int y = (int) Math.floor(frame.y(mapY));
    return out[y * frame.width() + x];
  }
}
