package org.coverscape.map.scene;

import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Events as the toolkit would make them. */
final class Gesture {
  private Gesture() {}

  static MouseEvent mouse(
      EventType<MouseEvent> type,
      MouseButton button,
      double x,
      double y,
      int clicks,
      boolean still) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        button,
        clicks,
        false,
        false,
        false,
        false,
        button == MouseButton.PRIMARY,
        button == MouseButton.MIDDLE,
        button == MouseButton.SECONDARY,
        false,
        false,
        still,
        null);
  }

  static ScrollEvent wheel(double x, double y, double delta) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        y,
        x,
        y,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        delta,
        0,
        delta,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  static KeyEvent key(EventType<KeyEvent> type, KeyCode code) {
    return new KeyEvent(type, "", "", code, false, false, false, false);
  }
}
