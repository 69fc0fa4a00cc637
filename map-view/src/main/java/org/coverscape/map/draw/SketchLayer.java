package org.coverscape.map.draw;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.coverscape.map.MapLayer;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;

/** Shows the sketch of a pad, or what it is about to become while the hand draws. */
public final class SketchLayer extends MapLayer {
  private final SketchPad pad;
  private final EditHandles handles = new EditHandles();
  private final ObjectProperty<Color> accent = new SimpleObjectProperty<>(this, "accent", Pen.BLUE);
  private final BooleanProperty filled = new SimpleBooleanProperty(this, "filled", true);
  private final BooleanProperty verticesShown = new SimpleBooleanProperty(this, "verticesShown");
  private final InvalidationListener repaint = observable -> requestPaint();

  /** Shows a pad. */
  public SketchLayer(String name, SketchPad pad) {
    super(name);
    this.pad = pad;
    pad.draftProperty().addListener(new WeakInvalidationListener(repaint));
    accent.addListener(repaint);
    verticesShown.addListener(repaint);
    filled.addListener(repaint);
  }

  /** Colour of the outline, and thinned out of the inside. */
  public ObjectProperty<Color> accentProperty() {
    return accent;
  }

  /** Whether the inside is tinted; it hides what lies below a little. */
  public BooleanProperty filledProperty() {
    return filled;
  }

  /** Whether corners are marked; the edit tool does so by itself. */
  public BooleanProperty verticesShownProperty() {
    return verticesShown;
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    Sketch sketch = pad.draftProperty().get();
    Pen pen = new Pen(g, view, accent.get());
    sketch.polygons().forEach(polygon -> pen.polygon(polygon, filled.get()));
    if (verticesShown.get()) {
      for (MapPoint corner : handles.corners(sketch, view)) {
        pen.dot(corner, 3, false);
      }
    }
  }
}
