package org.coverscape.map.draw;

import javafx.scene.canvas.GraphicsContext;
import org.coverscape.map.MapLayer;
import org.coverscape.map.MapPane;
import org.coverscape.map.Viewport;
import org.coverscape.map.tile.TileLayer;

/** Shows other tiles in a circle around the mouse. */
public final class LensLayer extends MapLayer {
  private final MapPane map;
  private final TileLayer tiles;
  private boolean active;

  /** A lens over a map; the tiles are closed with it. */
  public LensLayer(String name, MapPane map, TileLayer tiles) {
    super(name);
    this.map = map;
    this.tiles = tiles;
    adopt(tiles);
  }

  /** Shows or hides the lens. */
  public void setActive(boolean active) {
    this.active = active;
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    if (active && map.pointerProperty().get() != null) {
      paintPart(tiles, g, view, outputScale);
    }
  }
}
