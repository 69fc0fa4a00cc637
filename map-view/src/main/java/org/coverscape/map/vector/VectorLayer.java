package org.coverscape.map.vector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;
import org.coverscape.map.frame.Frame;
import org.coverscape.map.frame.FrameLayer;
import org.coverscape.map.frame.Painted;
import org.jspecify.annotations.Nullable;

/** A layer of outlines and areas, drawn on a thread of its own; ten thousand of them are fine. */
public final class VectorLayer extends FrameLayer {
  private static final ShapeStyle PLAIN = ShapeStyle.outline(Color.GREY, 1);

  private volatile ShapeList shapes = new ShapeList(List.of());
  private volatile Function<MapShape, ShapeStyle> style = shape -> PLAIN;
  private volatile @Nullable ShapeLabels labels;

  /** An empty layer. */
  public VectorLayer(String name) {
    super(name, true);
  }

  /** Shows other shapes, the later above the earlier; cheap, from any thread. */
  public void setShapes(List<MapShape> shapes) {
    this.shapes = new ShapeList(shapes);
    invalidate();
  }

  /**
   * Sets how shapes are drawn. The function is called on a worker thread for every visible shape
   * and painting; when it would answer differently, set it again.
   */
  public void setStyle(Function<MapShape, ShapeStyle> style) {
    this.style = style;
    invalidate();
  }

  /**
   * The topmost shape at a place, or whose line is within a tolerance in metres of the map; none
   * before the shapes have been painted for the first time.
   */
  public Optional<MapShape> at(MapPoint point, double tolerance) {
    List<ShapeEntry> all = shapes.ready();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).isHit(point, tolerance)) {
        return Optional.of(all.get(i).shape());
      }
    }
    return Optional.empty();
  }

  @Override
  protected boolean maySee(Frame frame) {
    return shapes.anyIn(frame.box());
  }

  @Override
  protected Painted render(Frame frame, int[] argb) {
    ShapeLabels texts = new ShapeLabels(frame);
    Function<MapShape, ShapeStyle> look = style;
    boolean any = false;
    try (ShapeRenderer renderer = new ShapeRenderer(frame, argb)) {
      for (ShapeEntry entry : shapes.prepared()) {
        if (renderer.sees(entry)) {
          ShapeStyle chosen = look.apply(entry.shape());
          renderer.draw(entry, chosen);
          if (chosen.label() != null) {
            texts.add(entry, chosen.label());
          }
          any = true;
        }
      }
    }
    labels = texts;
    return any ? Painted.STILL : Painted.BLANK;
  }

  @Override
  protected void paintOver(GraphicsContext g, Viewport view, double outputScale) {
    ShapeLabels texts = labels;
    if (texts != null) {
      texts.paint(g, view);
    }
  }
}
