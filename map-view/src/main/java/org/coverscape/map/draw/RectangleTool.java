package org.coverscape.map.draw;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.MapTool;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/** Draws a rectangle from corner to corner; with Shift, in addition to what is drawn. */
public final class RectangleTool implements MapTool {
  /** A shorter drag is a slip of the hand. */
  private static final double SLIP_PIXELS = 4;

  private final OutlineTaker taker;
  private @Nullable MapPoint corner;

  /** A tool that draws on a pad. */
  public RectangleTool(SketchPad pad) {
    taker = new OutlineTaker(pad);
  }

  /** Sets who hears, in one plain sentence, why an outline is not taken. */
  public void setFaultHandler(Consumer<String> handler) {
    taker.setFaultHandler(handler);
  }

  @Override
  public Cursor cursor() {
    return Cursor.CROSSHAIR;
  }

  @Override
  public void deactivated() {
    cancel();
  }

  @Override
  public void pressed(MapPoint ground, Viewport view, MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      corner = ground;
    }
  }

  @Override
  public void dragged(MapPoint ground, Viewport view, MouseEvent event) {
    MapPoint start = corner;
    if (start != null) {
      taker.show(corners(start, ground), event.isShiftDown());
    }
  }

  @Override
  public void released(MapPoint ground, Viewport view, MouseEvent event) {
    MapPoint start = corner;
    if (start == null) {
      return;
    }
    corner = null;
    MapBox box = MapBox.of(start, ground);
    boolean slip = Math.min(box.width(), box.height()) < SLIP_PIXELS * view.metresPerPixel();
    if (slip || !taker.take(corners(start, ground), event.isShiftDown(), "drag further")) {
      taker.drop();
    }
  }

  @Override
  public void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && corner != null) {
      cancel();
      event.consume();
    }
  }

  private void cancel() {
    corner = null;
    taker.drop();
  }

  private static List<MapPoint> corners(MapPoint a, MapPoint b) {
    MapBox box = MapBox.of(a, b);
    return List.of(
        new MapPoint(box.minX(), box.minY()),
        new MapPoint(box.maxX(), box.minY()),
        new MapPoint(box.maxX(), box.maxY()),
        new MapPoint(box.minX(), box.maxY()));
  }
}
