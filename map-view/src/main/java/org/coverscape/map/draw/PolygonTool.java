package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.coverscape.map.MapPoint;
import org.coverscape.map.MapTool;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * Draws a polygon corner by corner. A double click, Enter or a click on the first corner finishes
 * it, with Shift in addition to what is drawn; Backspace takes the last corner back, Escape all of
 * them.
 */
public final class PolygonTool implements MapTool {
  private static final double FIRST_CORNER_PIXELS = 8;
  private static final String REMEDY = "take corners back with Backspace and finish it again";

  private final OutlineTaker taker;
  private final List<MapPoint> corners = new ArrayList<>();
  private @Nullable MapPoint hover;
  private boolean closing;

  /** A tool that draws on a pad. */
  public PolygonTool(SketchPad pad) {
    taker = new OutlineTaker(pad);
  }

  /** Sets who hears, in one plain sentence, why an outline is not taken. */
  public void setFaultHandler(Consumer<String> handler) {
    taker.setFaultHandler(handler);
  }

  /** The corners set so far. */
  List<MapPoint> corners() {
    return List.copyOf(corners);
  }

  @Override
  public Cursor cursor() {
    return closing ? Cursor.HAND : Cursor.CROSSHAIR;
  }

  @Override
  public void deactivated() {
    cancel();
  }

  @Override
  public void pressed(MapPoint ground, Viewport view, MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.getClickCount() >= 2 || isAtFirst(ground, view)) {
      if (!corners.isEmpty()) {
        finish(event.isShiftDown());
      }
      return;
    }
    corners.add(ground);
    hover = null;
    taker.show(corners, event.isShiftDown());
  }

  @Override
  public void dragged(MapPoint ground, Viewport view, MouseEvent event) {
    moved(ground, view, event);
  }

  @Override
  public void moved(MapPoint ground, Viewport view, MouseEvent event) {
    if (corners.isEmpty()) {
      return;
    }
    closing = isAtFirst(ground, view);
    hover = closing ? corners.get(0) : ground;
    List<MapPoint> all = new ArrayList<>(corners);
    all.add(hover);
    taker.show(all, event.isShiftDown());
  }

  @Override
  public void keyPressed(KeyEvent event) {
    if (corners.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> finish(event.isShiftDown());
      case ESCAPE -> cancel();
      case BACK_SPACE, DELETE -> {
        corners.remove(corners.size() - 1);
        hover = null;
        taker.show(corners, event.isShiftDown());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public void paint(GraphicsContext g, Viewport view) {
    Pen pen = new Pen(g, view, Pen.BLUE);
    List<MapPoint> line = new ArrayList<>(corners);
    MapPoint end = hover;
    if (end != null) {
      line.add(end);
    }
    pen.line(line);
    for (int i = 0; i < corners.size(); i++) {
      boolean first = i == 0 && corners.size() > 2;
      pen.dot(corners.get(i), first ? 5 : 3.5, first && closing);
    }
  }

  private boolean isAtFirst(MapPoint ground, Viewport view) {
    return corners.size() > 2
        && corners.get(0).distance(ground) <= FIRST_CORNER_PIXELS * view.metresPerPixel();
  }

  private void finish(boolean add) {
    hover = null;
    closing = false;
    if (taker.take(corners, add, corners.size() < 3 ? "click once more" : REMEDY)) {
      corners.clear();
    }
  }

  private void cancel() {
    corners.clear();
    hover = null;
    closing = false;
    taker.drop();
  }
}
