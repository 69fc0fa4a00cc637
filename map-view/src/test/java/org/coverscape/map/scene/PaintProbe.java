package org.coverscape.map.scene;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import org.coverscape.map.MapLayer;
import org.coverscape.map.Viewport;

/** A layer that shows nothing and tells when its turn has come. */
final class PaintProbe extends MapLayer {
  private final Consumer<Long> turn;

  PaintProbe(String name, Consumer<Long> turn) {
    super(name);
    this.turn = turn;
  }

  @Override
  protected void paint(GraphicsContext g, Viewport view, double outputScale) {
    turn.accept(System.nanoTime());
  }
}
