package org.coverscape.map;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Mouse, wheel and keys of a map: what moves the view is done here, the rest goes to the tool. */
final class MapGestures {
  /** Pixels of wheel per doubling of scale; one notch of a common wheel is 40. */
  private static final double PIXELS_PER_DOUBLING = 80;

  private static final double KEY_STEP = 96;
  private static final double TOLERANCE_PIXELS = 4;

  private final MapPane map;
  private @Nullable Grip grip;
  private boolean space;
  private boolean inside;
  private double mouseX;
  private double mouseY;

  /** The hand has taken hold of the ground at a pixel of a view. */
  private record Grip(Viewport view, double x, double y) {}

  MapGestures(MapPane map) {
    this.map = map;
  }

  /** Listens to the map. */
  void install() {
    map.setOnMousePressed(this::pressed);
    map.setOnMouseDragged(this::dragged);
    map.setOnMouseReleased(this::released);
    map.setOnMouseClicked(this::clicked);
    map.setOnMouseMoved(this::moved);
    map.setOnMouseExited(this::exited);
    map.setOnScroll(this::scrolled);
    map.setOnZoom(this::pinched);
    map.setOnKeyPressed(this::keyPressed);
    map.setOnKeyReleased(this::keyReleased);
    map.focusedProperty().addListener((property, before, now) -> setSpace(false));
  }

  /** The view changed under a mouse that may stand still. */
  void groundMoved() {
    if (inside) {
      map.setPointer(map.viewport().ground(mouseX, mouseY));
    }
  }

  private void pressed(MouseEvent event) {
    map.requestFocus();
    track(event);
    map.halt();
    if (grips(event)) {
      grip = new Grip(map.viewport(), event.getX(), event.getY());
    } else {
      tool().pressed(ground(event), map.viewport(), event);
      answered();
    }
  }

  private boolean grips(MouseEvent event) {
    return event.getButton() != MouseButton.PRIMARY || space || tool().pans();
  }

  private void dragged(MouseEvent event) {
    track(event);
    Grip held = grip;
    if (held != null) {
      map.setViewport(held.view().panned(event.getX() - held.x(), event.getY() - held.y()));
      if (!event.isStillSincePress()) {
        map.setCursor(Cursor.CLOSED_HAND);
      }
    } else {
      tool().dragged(ground(event), map.viewport(), event);
      answered();
    }
  }

  private void released(MouseEvent event) {
    track(event);
    if (grip == null) {
      tool().released(ground(event), map.viewport(), event);
    } else if (event.getButton() == MouseButton.SECONDARY && event.isStillSincePress()) {
      tool().pressed(ground(event), map.viewport(), event);
    }
    grip = null;
    answered();
  }

  private void clicked(MouseEvent event) {
    if (!tool().pans() || space || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.isStillSincePress()) {
      double tolerance = TOLERANCE_PIXELS * map.viewport().metresPerPixel();
      map.groundClicked(
          new GroundClick(ground(event), tolerance, event.getClickCount(), event.isShiftDown()));
      if (event.getClickCount() == 2) {
        map.zoomBy(event.isShiftDown() ? 0.5 : 2, event.getX(), event.getY());
      }
    }
  }

  private void moved(MouseEvent event) {
    track(event);
    tool().moved(ground(event), map.viewport(), event);
    answered();
  }

  private void exited(MouseEvent event) {
    inside = false;
    map.setPointer(null);
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      map.zoomBy(Math.pow(2, event.getDeltaY() / PIXELS_PER_DOUBLING), event.getX(), event.getY());
    } else if (event.getDeltaX() != 0) {
      map.panBy(event.getDeltaX(), 0);
    }
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    map.setViewport(map.viewport().zoomed(event.getZoomFactor(), event.getX(), event.getY()));
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      setSpace(true);
      event.consume();
      return;
    }
    tool().keyPressed(event);
    answered();
    if (!event.isConsumed() && !event.isShortcutDown() && !event.isAltDown()) {
      moveByKey(event);
    }
  }

  private void moveByKey(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> map.glideBy(KEY_STEP, 0);
      case RIGHT, KP_RIGHT -> map.glideBy(-KEY_STEP, 0);
      case UP, KP_UP -> map.glideBy(0, KEY_STEP);
      case DOWN, KP_DOWN -> map.glideBy(0, -KEY_STEP);
      case PLUS, EQUALS, ADD -> map.zoomBy(2);
      case MINUS, SUBTRACT -> map.zoomBy(0.5);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void keyReleased(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      setSpace(false);
      event.consume();
    }
  }

  private void setSpace(boolean held) {
    space = held;
    answered();
  }

  private void track(MouseEvent event) {
    mouseX = event.getX();
    mouseY = event.getY();
    inside = map.contains(mouseX, mouseY);
    map.setPointer(inside ? ground(event) : null);
  }

  private MapPoint ground(MouseEvent event) {
    return map.viewport().ground(event.getX(), event.getY());
  }

  private MapTool tool() {
    return map.toolProperty().get();
  }

  private void answered() {
    Cursor cursor = space ? Cursor.OPEN_HAND : tool().cursor();
    if (map.getCursor() != cursor) {
      map.setCursor(cursor);
    }
    if (!tool().pans()) {
      map.repaintTool();
    }
  }
}
