package org.coverscape.map;

import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * What the hand does to the map. All methods are called on the JavaFX thread; the map is moved with
 * the wheel, the other mouse buttons and the space bar whatever the tool, and those events do not
 * arrive here. An event that is consumed goes no further.
 */
public interface MapTool {
  /** How the pointer looks now; asked again after every event. */
  Cursor cursor();

  /** Whether dragging moves the map, a double click zooms in and clicks go to the application. */
  default boolean pans() {
    return false;
  }

  /**
   * The tool is in the hand from now on.
   *
   * @param repaint asks for {@link #paint}; the map does so itself after every event
   */
  default void activated(Runnable repaint) {}

  /** The tool is put away; what is unfinished is dropped. */
  default void deactivated() {}

  /** The main or, on release of nothing else, the secondary button went down. */
  default void pressed(MapPoint ground, Viewport view, MouseEvent event) {}

  /** The mouse moved with the button down. */
  default void dragged(MapPoint ground, Viewport view, MouseEvent event) {}

  /** The button went up. */
  default void released(MapPoint ground, Viewport view, MouseEvent event) {}

  /** The mouse moved with no button down. */
  default void moved(MapPoint ground, Viewport view, MouseEvent event) {}

  /** A key went down while the map has the focus. */
  default void keyPressed(KeyEvent event) {}

  /** Draws handles and rubber bands over all layers. */
  default void paint(GraphicsContext g, Viewport view) {}
}
