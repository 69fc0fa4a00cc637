package org.coverscape.map;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** The two canvases of a map, one for the layers and one above it for the tool. */
final class MapSheets {
  /** No canvas is wider or higher, whatever the layout asks for; a texture ends about there. */
  private static final double LARGEST = 8192;

  private final Canvas layers = new Canvas(1, 1);
  private final Canvas tool = new Canvas(1, 1);

  MapSheets() {
    layers.setMouseTransparent(true);
    tool.setMouseTransparent(true);
  }

  /** The canvases, the lower first. */
  List<Canvas> nodes() {
    return List.of(layers, tool);
  }

  /** Makes both canvases as large as the map. */
  void resize(double width, double height) {
    for (Canvas canvas : nodes()) {
      canvas.setWidth(Math.min(LARGEST, Math.max(1, width)));
      canvas.setHeight(Math.min(LARGEST, Math.max(1, height)));
    }
  }

  /** Draws all layers from the bottom up. */
  void paintLayers(List<MapLayer> sheets, Viewport view, double outputScale) {
    GraphicsContext g = cleared(layers);
    for (MapLayer layer : sheets) {
      layer.draw(g, view, outputScale);
    }
  }

  /** Draws what the tool shows of itself. */
  void paintTool(MapTool hand, Viewport view) {
    // a hidden canvas costs nothing, an empty one as much as a full one
    tool.setVisible(!hand.pans());
    if (!tool.isVisible()) {
      return;
    }
    GraphicsContext g = cleared(tool);
    g.save();
    hand.paint(g, view);
    g.restore();
  }

  private static GraphicsContext cleared(Canvas canvas) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    return g;
  }
}
