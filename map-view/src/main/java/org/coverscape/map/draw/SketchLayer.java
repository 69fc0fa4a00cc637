package org.coverscape.map.draw;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.coverscape.map.MapLayer;
import org.coverscape.map.Viewport;

/** Shows the sketch of a pad. */
public final class SketchLayer extends MapLayer {
  private final SketchPad pad;
  private final ObjectProperty<Color> accent =
      new SimpleObjectProperty<>(this, "accent", Color.web("#0b6bcb"));

  /** Shows a pad. */
  public SketchLayer(String name, SketchPad pad) {
    super(name);
    this.pad = pad;
  }

  /** Colour of the outline, and thinned out of the inside. */
  public ObjectProperty<Color> accentProperty() {
    return accent;
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    pad.sketch();
  }
}
