package org.coverscape.map;

import javafx.scene.Cursor;

/** The open hand: dragging moves the map, a double click zooms in. */
public final class PanTool implements MapTool {
  @Override
  public Cursor cursor() {
    return Cursor.DEFAULT;
  }

  @Override
  public boolean pans() {
    return true;
  }
}
