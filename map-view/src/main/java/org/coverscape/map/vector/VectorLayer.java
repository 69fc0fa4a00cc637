package org.coverscape.map.vector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.coverscape.map.MapLayer;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;

/** A layer of outlines and areas. */
public final class VectorLayer extends MapLayer {
  private List<MapShape> shapes = List.of();
  private Function<MapShape, ShapeStyle> style = shape -> ShapeStyle.outline(Color.GREY, 1);

  /** An empty layer. */
  public VectorLayer(String name) {
    super(name);
  }

  /** Shows other shapes, the later above the earlier. JavaFX thread. */
  public void setShapes(List<MapShape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  /** Sets how shapes are drawn; called on a worker thread, once per shape and painting. */
  public void setStyle(Function<MapShape, ShapeStyle> style) {
    this.style = style;
  }

  /** The topmost shape at a place, or whose line is within a tolerance in metres of the map. */
  public Optional<MapShape> at(MapPoint point, double tolerance) {
    return shapes.stream().filter(s -> s.box().padded(tolerance).contains(point)).findFirst();
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    shapes.forEach(shape -> g.setStroke(style.apply(shape).stroke()));
  }
}
