package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coverscape.map.MapPoint;

/** Brings what a drawing tool has drawn to the pad, if it is an outline. */
final class OutlineTaker {
  /** With more corners the test for crossings would stop the window for a moment. */
  static final int MOST_CORNERS = 5_000;

  private final SketchPad pad;
  private Consumer<String> faults = fault -> {};

  OutlineTaker(SketchPad pad) {
    this.pad = pad;
  }

  /** Sets who hears why an outline is not taken. */
  void setFaultHandler(Consumer<String> handler) {
    faults = handler;
  }

  /** Shows an unfinished outline; with fewer than three points the sketch as it is. */
  void show(List<MapPoint> outline, boolean add) {
    List<MapPoint> points = distinct(outline);
    if (points.size() < 3) {
      pad.dropDraft();
    } else {
      pad.setDraft(joined(SketchPolygon.of(points), add));
    }
  }

  /** Forgets the unfinished outline. */
  void drop() {
    pad.dropDraft();
  }

  /**
   * Puts a finished outline on the pad, instead of the sketch or in addition. One that crosses
   * itself is refused and stays to be seen.
   */
  boolean take(List<MapPoint> outline, boolean add, String remedy) {
    List<MapPoint> points = distinct(outline);
    if (points.size() < 3) {
      faults.accept("An outline needs three corners; " + remedy + ".");
      return false;
    }
    if (points.size() > MOST_CORNERS) {
      pad.dropDraft();
      faults.accept("The outline has too many corners; zoom out and draw it again.");
      return false;
    }
    SketchPolygon polygon = SketchPolygon.of(points);
    if (Crossings.any(polygon)) {
      pad.setDraft(joined(polygon, add));
      faults.accept("The outline crosses itself; " + remedy + ".");
      return false;
    }
    pad.replace(joined(polygon, add));
    return true;
  }

  private Sketch joined(SketchPolygon polygon, boolean add) {
    return add ? pad.sketch().plus(polygon) : Sketch.of(polygon);
  }

  private static List<MapPoint> distinct(List<MapPoint> outline) {
    List<MapPoint> points = new ArrayList<>();
    for (MapPoint point : outline) {
      if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
        points.add(point);
      }
    }
    if (points.size() > 1 && points.get(0).equals(points.get(points.size() - 1))) {
      points.remove(points.size() - 1);
    }
    return points;
  }
}
