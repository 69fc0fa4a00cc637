package org.coverscape.map.draw;

import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.coverscape.map.MapPoint;
import org.coverscape.map.MapTool;
import org.coverscape.map.Viewport;

/** A hand that holds a tool over a view of one metre per pixel; places are in metres. */
final class Hand {
  static final Viewport VIEW = new Viewport(0, 0, 1, 2_000, 2_000);

  private final MapTool tool;
  private boolean shift;

  Hand(MapTool tool) {
    this.tool = tool;
  }

  Hand shift(boolean held) {
    shift = held;
    return this;
  }

  void move(double x, double y) {
    tool.moved(new MapPoint(x, y), VIEW, event(MouseEvent.MOUSE_MOVED, x, y, 0, true));
  }

  void click(double x, double y) {
    press(x, y, 1);
    tool.released(new MapPoint(x, y), VIEW, event(MouseEvent.MOUSE_RELEASED, x, y, 1, true));
  }

  void doubleClick(double x, double y) {
    click(x, y);
    press(x, y, 2);
    tool.released(new MapPoint(x, y), VIEW, event(MouseEvent.MOUSE_RELEASED, x, y, 2, true));
  }

  void press(double x, double y, int clicks) {
    tool.pressed(new MapPoint(x, y), VIEW, event(MouseEvent.MOUSE_PRESSED, x, y, clicks, true));
  }

  void drag(double x, double y) {
    tool.dragged(new MapPoint(x, y), VIEW, event(MouseEvent.MOUSE_DRAGGED, x, y, 1, false));
  }

  void release(double x, double y) {
    tool.released(new MapPoint(x, y), VIEW, event(MouseEvent.MOUSE_RELEASED, x, y, 1, false));
  }

  /** Presses at the first of some places, drags over the others, and lets go at the last. */
  void stroke(double... xy) {
    press(xy[0], xy[1], 1);
    for (int i = 2; i < xy.length; i += 2) {
      drag(xy[i], xy[i + 1]);
    }
    release(xy[xy.length - 2], xy[xy.length - 1]);
  }

  void rightClick(double x, double y) {
    MouseEvent event =
        new MouseEvent(
            MouseEvent.MOUSE_RELEASED,
            x,
            y,
            x,
            y,
            MouseButton.SECONDARY,
            1,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null);
    tool.pressed(new MapPoint(x, y), VIEW, event);
  }

  boolean key(KeyCode code) {
    KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    tool.keyPressed(event);
    return event.isConsumed();
  }

  private MouseEvent event(
      EventType<MouseEvent> type, double x, double y, int clicks, boolean still) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        clicks,
        shift,
        false,
        false,
        false,
        clicks > 0,
        false,
        false,
        false,
        false,
        still,
        null);
  }
}
