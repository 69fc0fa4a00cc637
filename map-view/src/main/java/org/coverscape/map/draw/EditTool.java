package org.coverscape.map.draw;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.coverscape.map.MapPoint;
import org.coverscape.map.MapTool;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * Changes a sketch: a corner is dragged, the middle of a side becomes a corner when dragged, a
 * polygon is dragged by its inside. Delete, Backspace or the right button removes the corner under
 * the mouse; Escape lets go of what is dragged. When the sketch changes meanwhile, by undo or
 * because a file arrives, the drag is dropped.
 */
public final class EditTool implements MapTool {
  /** With more corners a polygon no longer follows the hand within a frame. */
  static final int MOST_CORNERS = 20_000;

  private static final String TOO_MANY =
      "This outline has too many corners to edit by hand; simplify it in a GIS first.";
  private static final double REACH_PIXELS = 8;
  private static final double CORNER_RADIUS = 4.5;
  private static final double MIDDLE_RADIUS = 3;

  private final SketchPad pad;
  private final EditHandles handles = new EditHandles();
  private Consumer<String> faults = fault -> {};
  private @Nullable Corner hovered;
  private boolean inside;
  private @Nullable Drag drag;

  /**
   * What is dragged: a corner, or a whole polygon if there is none; of which sketch, from where.
   */
  private record Drag(@Nullable Corner corner, int polygon, Sketch sketch, MapPoint from) {}

  /** A tool that changes the sketch of a pad. */
  public EditTool(SketchPad pad) {
    this.pad = pad;
  }

  /** Sets who hears, in one plain sentence, why a change is not taken. */
  public void setFaultHandler(Consumer<String> handler) {
    faults = handler;
  }

  @Override
  public Cursor cursor() {
    return hovered != null ? Cursor.HAND : inside ? Cursor.MOVE : Cursor.DEFAULT;
  }

  @Override
  public void deactivated() {
    drag = null;
    hovered = null;
    inside = false;
    pad.dropDraft();
  }

  @Override
  public void pressed(MapPoint ground, Viewport view, MouseEvent event) {
    look(ground, view);
    if (event.getButton() == MouseButton.SECONDARY) {
      removeHovered();
      return;
    }
    OptionalInt polygon = SketchHits.polygon(pad.sketch(), ground);
    if (hovered != null || polygon.isPresent()) {
      int held = hovered != null ? hovered.polygon() : polygon.orElse(0);
      if (isEditable(held)) {
        drag = new Drag(hovered, held, pad.sketch(), ground);
      }
    }
  }

  @Override
  public void dragged(MapPoint ground, Viewport view, MouseEvent event) {
    Drag held = held();
    if (held != null) {
      pad.setDraft(changed(held, ground));
    }
  }

  @Override
  public void released(MapPoint ground, Viewport view, MouseEvent event) {
    Drag held = held();
    drag = null;
    if (held != null) {
      if (event.isStillSincePress()) {
        pad.dropDraft();
      } else {
        take(changed(held, ground), held.corner());
      }
    }
    look(ground, view);
  }

  @Override
  public void moved(MapPoint ground, Viewport view, MouseEvent event) {
    look(ground, view);
  }

  @Override
  public void keyPressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE && drag != null) {
      drag = null;
      pad.dropDraft();
      event.consume();
    } else if ((code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) && hovered != null) {
      removeHovered();
      event.consume();
    }
  }

  @Override
  public void paint(GraphicsContext g, Viewport view) {
    Sketch sketch = pad.draftProperty().get();
    Pen pen = new Pen(g, view, Pen.BLUE);
    List<MapPoint> corners = handles.corners(sketch, view);
    handles.middles(sketch, view).forEach(middle -> pen.dot(middle, MIDDLE_RADIUS, false));
    corners.forEach(corner -> pen.dot(corner, CORNER_RADIUS, false));
    Corner marked = hovered;
    if (marked != null && drag == null && exists(marked)) {
      pen.dot(SketchHits.place(pad.sketch(), marked), CORNER_RADIUS, true);
    }
  }

  private void look(MapPoint ground, Viewport view) {
    hovered = SketchHits.corner(pad.sketch(), ground, REACH_PIXELS * view.metresPerPixel());
    inside = SketchHits.polygon(pad.sketch(), ground).isPresent();
  }

  private Sketch changed(Drag held, MapPoint ground) {
    Corner corner = held.corner();
    return corner != null
        ? SketchEdits.moved(pad.sketch(), corner, ground)
        : SketchEdits.shifted(
            pad.sketch(),
            held.polygon(),
            ground.x() - held.from().x(),
            ground.y() - held.from().y());
  }

  /** What is dragged, unless the sketch has changed under it. */
  private @Nullable Drag held() {
    Drag held = drag;
    if (held != null && !held.sketch().equals(pad.sketch())) {
      drag = null;
      return null;
    }
    return held;
  }

  /** Only sides that are new can cross others, and none is when a whole polygon was moved. */
  private void take(Sketch next, @Nullable Corner corner) {
    if (corner != null && SketchEdits.crosses(next, corner)) {
      refuseCrossing();
    } else {
      pad.replace(next);
    }
  }

  private void removeHovered() {
    Corner corner = hovered;
    if (corner == null || corner.between() || !exists(corner) || !isEditable(corner.polygon())) {
      return;
    }
    Optional<Sketch> rest = SketchEdits.removed(pad.sketch(), corner);
    hovered = null;
    if (rest.isEmpty()) {
      faults.accept("An outline keeps three corners; draw a new one or clear the region instead.");
    } else if (SketchEdits.crossesWithout(rest.get(), corner)) {
      refuseCrossing();
    } else {
      pad.replace(rest.get());
    }
  }

  private void refuseCrossing() {
    pad.dropDraft();
    faults.accept("The outline would cross itself there; move the corner elsewhere.");
  }

  private boolean isEditable(int polygon) {
    boolean editable = pad.sketch().polygons().get(polygon).corners() <= MOST_CORNERS;
    if (!editable) {
      faults.accept(TOO_MANY);
    }
    return editable;
  }

  /** The sketch may have been taken back since the mouse last moved. */
  private boolean exists(Corner corner) {
    List<SketchPolygon> polygons = pad.sketch().polygons();
    return corner.polygon() < polygons.size()
        && corner.ring() < polygons.get(corner.polygon()).rings().size()
        && corner.index() < polygons.get(corner.polygon()).rings().get(corner.ring()).size();
  }
}
