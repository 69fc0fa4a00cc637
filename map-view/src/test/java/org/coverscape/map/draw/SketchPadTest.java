package org.coverscape.map.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.junit.jupiter.api.Test;

class SketchPadTest {
  private final SketchPad pad = new SketchPad();

  private static Sketch triangle(double size) {
    return Sketch.of(
        SketchPolygon.of(
            List.of(new MapPoint(0, 0), new MapPoint(size, 0), new MapPoint(0, size))));
  }

  @Test
  void everyChangeCanBeTakenBackAndBroughtBack() {
    pad.replace(triangle(1));
    pad.replace(triangle(2));
    pad.clear();
    pad.undo();
    assertEquals(triangle(2), pad.sketch());
    pad.undo();
    pad.undo();
    assertTrue(pad.sketch().isEmpty());
    assertFalse(pad.canUndoProperty().get());
    pad.undo();
    pad.redo();
    pad.redo();
    assertEquals(triangle(2), pad.sketch());
    assertTrue(pad.canRedoProperty().get());
  }

  @Test
  void aNewChangeEndsTheOtherFuture() {
    pad.replace(triangle(1));
    pad.undo();
    pad.replace(triangle(3));
    assertFalse(pad.canRedoProperty().get());
    pad.redo();
    assertEquals(triangle(3), pad.sketch());
  }

  @Test
  void theSameAgainIsNoChange() {
    pad.replace(triangle(1));
    pad.replace(triangle(1));
    pad.undo();
    assertTrue(pad.sketch().isEmpty());
  }

  @Test
  void historyIsBounded() {
    for (int i = 1; i <= SketchPad.HISTORY + 50; i++) {
      pad.replace(triangle(i));
    }
    int steps = 0;
    while (pad.canUndoProperty().get()) {
      pad.undo();
      steps++;
    }
    assertEquals(SketchPad.HISTORY, steps);
    assertEquals(triangle(50), pad.sketch());
  }

  @Test
  void theDraftFollowsTheSketch() {
    pad.setDraft(triangle(5));
    assertTrue(pad.sketch().isEmpty());
    pad.dropDraft();
    assertTrue(pad.draftProperty().get().isEmpty());
    pad.replace(triangle(5));
    assertEquals(triangle(5), pad.draftProperty().get());
  }

  @Test
  void knowsItsBox() {
    assertEquals(new MapBox(0, 0, 4, 4), triangle(4).box().orElseThrow());
    assertTrue(Sketch.EMPTY.box().isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> SketchPolygon.of(List.of(new MapPoint(0, 0), new MapPoint(1, 1))));
  }
}
