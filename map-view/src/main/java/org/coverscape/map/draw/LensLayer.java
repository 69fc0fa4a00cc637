package org.coverscape.map.draw;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.coverscape.map.MapLayer;
import org.coverscape.map.MapPane;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;
import org.coverscape.map.tile.TileLayer;

/** Shows other tiles in a circle around the mouse. JavaFX thread. */
public final class LensLayer extends MapLayer {
  private static final double RADIUS = 150;
  private static final Color RIM = Color.gray(0.1, 0.55);

  private final MapPane map;
  private final TileLayer tiles;
  private final InvalidationListener follow = observable -> mouseMoved();
  private volatile boolean active;

  /** A lens over a map, not in use yet; the tiles are closed with it. */
  public LensLayer(String name, MapPane map, TileLayer tiles) {
    super(name);
    this.map = map;
    this.tiles = tiles;
    adopt(tiles);
    map.pointerProperty().addListener(new WeakInvalidationListener(follow));
  }

  /** The tiles in the lens. */
  public TileLayer tiles() {
    return tiles;
  }

  /** Shows or hides the lens. */
  public void setActive(boolean active) {
    this.active = active;
    requestPaint();
  }

  @Override
  public String attribution() {
    return active ? tiles.attribution() : "";
  }

  /**
   * The tiles are painted in a small view of their own, so that only what the lens shows is loaded.
   */
  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    MapPoint middle = map.pointerProperty().get();
    if (!active || middle == null) {
      return;
    }
    double left = Math.round(view.screenX(middle.x()) - RADIUS);
    double top = Math.round(view.screenY(middle.y()) - RADIUS);
    MapPoint centre = view.ground(left + RADIUS, top + RADIUS);
    Viewport inside =
        new Viewport(centre.x(), centre.y(), view.metresPerPixel(), 2 * RADIUS, 2 * RADIUS);
    g.save();
    g.translate(left, top);
    g.beginPath();
    g.arc(RADIUS, RADIUS, RADIUS, RADIUS, 0, 360);
    g.closePath();
    g.save();
    g.clip();
    paintPart(tiles, g, inside, outputScale);
    g.restore();
    rim(g);
    g.restore();
  }

  private static void rim(GraphicsContext g) {
    g.setStroke(RIM);
    g.setLineWidth(4);
    g.strokeOval(0, 0, 2 * RADIUS, 2 * RADIUS);
    g.setStroke(Color.WHITE);
    g.setLineWidth(2);
    g.strokeOval(0, 0, 2 * RADIUS, 2 * RADIUS);
  }

  @Override
  protected void partChanged() {
    if (active) {
      requestPaint();
    }
  }

  private void mouseMoved() {
    if (active) {
      requestPaint();
    }
  }
}
