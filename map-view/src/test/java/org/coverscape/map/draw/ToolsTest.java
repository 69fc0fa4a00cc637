package org.coverscape.map.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolsTest {
  private final SketchPad pad = new SketchPad();
  private final List<String> faults = new ArrayList<>();
  private final PolygonTool polygon = new PolygonTool(pad);
  private final FreehandTool freehand = new FreehandTool(pad);
  private final EditTool edit = new EditTool(pad);

  @BeforeEach
  void listen() {
    polygon.setFaultHandler(faults::add);
    freehand.setFaultHandler(faults::add);
    edit.setFaultHandler(faults::add);
  }

  @Test
  void aRectangleIsDraggedFromCornerToCorner() {
    Hand hand = new Hand(new RectangleTool(pad));
    hand.press(100, 100, 1);
    hand.drag(50, 20);
    assertEquals(new MapBox(50, 20, 100, 100), pad.draftProperty().get().box().orElseThrow());
    assertTrue(pad.sketch().isEmpty(), "not finished yet");
    hand.release(40, 20);
    assertEquals(new MapBox(40, 20, 100, 100), pad.sketch().box().orElseThrow());
    hand.stroke(0, 0, 2, 1);
    assertEquals(new MapBox(40, 20, 100, 100), pad.sketch().box().orElseThrow(), "a slip");
    hand.shift(true).stroke(200, 200, 250, 260);
    assertEquals(2, pad.sketch().polygons().size());
    hand.shift(false).stroke(0, 0, 9, 9);
    assertEquals(1, pad.sketch().polygons().size());
  }

  @Test
  void escapeDropsARectangle() {
    Hand hand = new Hand(new RectangleTool(pad));
    hand.press(0, 0, 1);
    hand.drag(50, 50);
    assertTrue(hand.key(KeyCode.ESCAPE));
    hand.release(50, 50);
    assertTrue(pad.sketch().isEmpty() && pad.draftProperty().get().isEmpty());
    assertFalse(hand.key(KeyCode.ESCAPE), "the key is left to others");
  }

  @Test
  void aPolygonIsFinishedByADoubleClick() {
    Hand hand = new Hand(polygon);
    hand.click(0, 0);
    hand.click(100, 0);
    hand.move(100, 90);
    assertEquals(3, pad.draftProperty().get().polygons().get(0).outline().size());
    hand.doubleClick(100, 100);
    assertEquals(3, pad.sketch().polygons().get(0).outline().size());
    assertEquals(List.of(), polygon.corners());
  }

  @Test
  void aPolygonIsFinishedByEnterOrAtItsFirstCorner() {
    Hand hand = new Hand(polygon);
    triangle(hand, 0);
    assertTrue(hand.key(KeyCode.ENTER));
    assertEquals(1, pad.sketch().polygons().size());
    triangle(hand, 300);
    hand.shift(true).click(303, 4);
    assertEquals(2, pad.sketch().polygons().size());
    assertEquals(3, pad.sketch().polygons().get(1).outline().size());
  }

  @Test
  void backspaceTakesCornersBackAndEscapeAllOfThem() {
    Hand hand = new Hand(polygon);
    triangle(hand, 0);
    hand.key(KeyCode.BACK_SPACE);
    assertEquals(2, polygon.corners().size());
    hand.key(KeyCode.ESCAPE);
    assertEquals(0, polygon.corners().size());
    assertTrue(pad.draftProperty().get().isEmpty());
    assertFalse(hand.key(KeyCode.ENTER), "nothing is being drawn");
  }

  @Test
  void anOutlineThatCrossesItselfIsNotTakenButStays() {
    Hand hand = new Hand(polygon);
    hand.click(0, 0);
    hand.click(100, 100);
    hand.click(100, 0);
    hand.click(0, 100);
    hand.key(KeyCode.ENTER);
    assertTrue(pad.sketch().isEmpty());
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).startsWith("The outline crosses itself;"), faults.get(0));
    assertEquals(4, polygon.corners().size());
    hand.key(KeyCode.BACK_SPACE);
    hand.key(KeyCode.ENTER);
    assertEquals(3, pad.sketch().polygons().get(0).outline().size());
  }

  @Test
  void twoCornersAreNoPolygon() {
    Hand hand = new Hand(polygon);
    hand.click(0, 0);
    hand.click(100, 100);
    hand.key(KeyCode.ENTER);
    assertEquals(List.of("An outline needs three corners; click once more."), faults);
  }

  @Test
  void aStrokeBecomesAnOutlineWithFewCorners() {
    double[] circle = new double[400];
    for (int i = 0; i < 200; i++) {
      circle[2 * i] = 300 * Math.cos(i * 0.031);
      circle[2 * i + 1] = 300 * Math.sin(i * 0.031);
    }
    new Hand(freehand).stroke(circle);
    int corners = pad.sketch().polygons().get(0).outline().size();
    assertTrue(corners > 10 && corners < 80, corners + " corners");
  }

  @Test
  void aStrokeThatCrossesItselfIsRefused() {
    new Hand(freehand).stroke(0, 0, 100, 100, 100, 0, 0, 100);
    assertTrue(pad.sketch().isEmpty());
    assertFalse(pad.draftProperty().get().isEmpty(), "it stays to be seen");
    assertEquals(List.of("The outline crosses itself; draw it again."), faults);
    freehand.deactivated();
    assertTrue(pad.draftProperty().get().isEmpty());
  }

  @Test
  void aStrokeWithoutEndIsRefused() {
    double[] spiral = new double[2 * (FreehandTool.MOST_STEPS + 500)];
    for (int i = 0; i < spiral.length / 2; i++) {
      spiral[2 * i] = (10_000 + i) * Math.cos(i * 0.01);
      spiral[2 * i + 1] = (10_000 + i) * Math.sin(i * 0.01);
    }
    new Hand(freehand).stroke(spiral);
    assertTrue(pad.sketch().isEmpty() && pad.draftProperty().get().isEmpty());
    assertEquals(List.of("The outline has too many corners; zoom out and draw it again."), faults);
  }

  @Test
  void cornersSidesAndWholesAreDragged() {
    square();
    Hand hand = new Hand(edit);
    hand.stroke(102, 99, 130, 120, 150, 150);
    assertEquals(new MapBox(0, 0, 150, 150), pad.sketch().box().orElseThrow());
    hand.stroke(50, 1, 50, -40);
    assertEquals(5, pad.sketch().polygons().get(0).outline().size());
    hand.stroke(60, 60, 70, 160);
    assertEquals(new MapBox(10, 60, 160, 250), pad.sketch().box().orElseThrow());
    pad.undo();
    pad.undo();
    pad.undo();
    assertEquals(new MapBox(0, 0, 100, 100), pad.sketch().box().orElseThrow());
  }

  @Test
  void aCornerDraggedAcrossASideGoesBack() {
    square();
    new Hand(edit).stroke(100, 100, 50, -50);
    assertEquals(new MapBox(0, 0, 100, 100), pad.sketch().box().orElseThrow());
    assertEquals(1, faults.size());
    assertEquals(pad.sketch(), pad.draftProperty().get());
  }

  @Test
  void cornersAreRemovedDownToThree() {
    square();
    Hand hand = new Hand(edit);
    hand.move(100, 100);
    assertTrue(hand.key(KeyCode.DELETE));
    assertEquals(3, pad.sketch().polygons().get(0).outline().size());
    hand.rightClick(0, 0);
    assertEquals(3, pad.sketch().polygons().get(0).outline().size());
    assertEquals(1, faults.size());
    hand.move(500, 500);
    assertFalse(hand.key(KeyCode.DELETE), "nothing is under the mouse");
  }

  @Test
  void removingFromATriangularHoleRemovesTheHole() {
    square();
    SketchPolygon outer = pad.sketch().polygons().get(0);
    List<MapPoint> hole = List.of(new MapPoint(40, 40), new MapPoint(60, 40), new MapPoint(50, 60));
    pad.replace(Sketch.of(new SketchPolygon(List.of(outer.outline(), hole))));
    new Hand(edit).rightClick(50, 60);
    assertEquals(1, pad.sketch().polygons().get(0).rings().size());
  }

  @Test
  void aSketchThatChangesUnderTheHandEndsTheDrag() {
    square();
    MapBox before = pad.sketch().box().orElseThrow();
    pad.replace(SketchEdits.moved(pad.sketch(), new Corner(0, 0, 3, true), at(-50, 50)));
    Hand hand = new Hand(edit);
    hand.press(-50, 50, 1);
    hand.drag(-60, 50);
    pad.undo();
    hand.drag(-70, 50);
    hand.release(-70, 50);
    assertEquals(before, pad.sketch().box().orElseThrow());
    assertEquals(pad.sketch(), pad.draftProperty().get());
    hand.press(100, 100, 1);
    pad.clear();
    hand.drag(110, 100);
    hand.release(120, 100);
    assertTrue(pad.sketch().isEmpty() && pad.draftProperty().get().isEmpty());
  }

  @Test
  void outlinesWithVeryManyCornersAreNotEdited() {
    pad.replace(Sketch.of(SketchPolygon.of(circle(EditTool.MOST_CORNERS + 1))));
    Sketch before = pad.sketch();
    Hand hand = new Hand(edit);
    hand.stroke(0, 0, 50, 50);
    hand.rightClick(900, 0);
    assertSame(before, pad.sketch());
    assertEquals(2, faults.size());
    assertEquals(
        "This outline has too many corners to edit by hand; simplify it in a GIS first.",
        faults.get(0));
    pad.replace(Sketch.of(SketchPolygon.of(circle(EditTool.MOST_CORNERS))));
    hand.stroke(900, 0, 950, 0);
    assertEquals(950, pad.sketch().box().orElseThrow().maxX());
  }

  private static List<MapPoint> circle(int corners) {
    List<MapPoint> points = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      points.add(at(900 * Math.cos(angle), 900 * Math.sin(angle)));
    }
    return points;
  }

  @Test
  void undoUnderTheEditToolIsHarmless() {
    square();
    Hand hand = new Hand(edit);
    hand.move(100, 100);
    pad.undo();
    hand.key(KeyCode.DELETE);
    assertTrue(pad.sketch().isEmpty());
  }

  @Test
  void aLineIsMeasuredUntilItsEnd() {
    MeasureTool tool = new MeasureTool();
    Hand hand = new Hand(tool);
    hand.click(0, 0);
    hand.move(30, 40);
    assertEquals(List.of(at(0, 0), at(30, 40)), tool.pointsProperty().get());
    hand.click(100, 0);
    hand.doubleClick(100, 100);
    hand.move(500, 500);
    assertEquals(List.of(at(0, 0), at(100, 0), at(100, 100)), tool.pointsProperty().get());
    hand.click(7, 7);
    assertEquals(List.of(at(7, 7)), tool.pointsProperty().get());
    hand.key(KeyCode.ESCAPE);
    assertEquals(List.of(), tool.pointsProperty().get());
  }

  private static MapPoint at(double x, double y) {
    return new MapPoint(x, y);
  }

  private static void triangle(Hand hand, double x) {
    hand.click(x, 0);
    hand.click(x + 100, 0);
    hand.click(x + 50, 100);
  }

  private void square() {
    new Hand(new RectangleTool(pad)).stroke(0, 0, 100, 100);
  }
}
