package org.coverscape.map;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of the map. A layer belongs to one {@link MapPane} at a time; its properties are read
 * and set on the JavaFX thread.
 */
public abstract class MapLayer implements AutoCloseable {
  private final String name;
  private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);
  private final DoubleProperty opacity = new SimpleDoubleProperty(this, "opacity", 1);
  private volatile @Nullable Runnable painter;
  private final List<MapLayer> parts = new ArrayList<>();

  /** A visible, opaque layer with a name for people. */
  protected MapLayer(String name) {
    this.name = name;
    visible.addListener((property, before, now) -> requestPaint());
    opacity.addListener((property, before, now) -> requestPaint());
  }

  /** What people call it. */
  public final String name() {
    return name;
  }

  /** Whether it is drawn at all. */
  public final BooleanProperty visibleProperty() {
    return visible;
  }

  /** From 0, not seen, to 1, covering what is below. */
  public final DoubleProperty opacityProperty() {
    return opacity;
  }

  /** Whom the picture is owed to, to be shown on the map; empty for nobody. */
  public String attribution() {
    return "";
  }

  /**
   * Draws the layer. Called on the JavaFX thread within a frame, so it may only draw what is
   * prepared; visibility and opacity are already seen to.
   *
   * @param g draws in pixels of the viewport
   * @param view what is seen
   * @param outputScale device pixels per pixel of the viewport
   */
  protected abstract void paint(GraphicsContext g, Viewport view, double outputScale);

  /** Asks to be painted again with the next pulse; cheap, from any thread. */
  protected final void requestPaint() {
    Runnable listener = painter;
    if (listener != null) {
      listener.run();
    }
  }

  /** Makes another layer a part of this one: when it wants to be painted, this one is. */
  protected final void adopt(MapLayer part) {
    parts.add(part);
    part.attach(this::partChanged);
  }

  /** Called on any thread when a layer that was adopted wants to be painted. */
  protected void partChanged() {
    requestPaint();
  }

  /** Paints a layer that was adopted, if it is visible. */
  protected final void paintPart(
      MapLayer part, GraphicsContext g, Viewport view, double outputScale) {
    part.draw(g, view, outputScale);
  }

  /** Ends the threads of the layer and frees its pictures; it is not painted afterwards. */
  @Override
  public void close() {
    parts.forEach(MapLayer::close);
    detach();
  }

  /** Sets who is told that the layer wants to be painted; the listener may be called anywhere. */
  final void attach(Runnable listener) {
    painter = listener;
    listener.run();
  }

  /** Nobody paints the layer any more. */
  final void detach() {
    painter = null;
  }

  /** Paints with visibility and opacity, and leaves the graphics as it found them. */
  final void draw(GraphicsContext g, Viewport view, double outputScale) {
    if (!visible.get() || opacity.get() <= 0) {
      return;
    }
    g.save();
    g.setGlobalAlpha(g.getGlobalAlpha() * Math.min(1, opacity.get()));
    paint(g, view, outputScale);
    g.restore();
  }
}
