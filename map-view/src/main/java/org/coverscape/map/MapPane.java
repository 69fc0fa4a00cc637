package org.coverscape.map;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A map on the screen: layers, the tool in the hand, and the movements of the view. Everything here
 * belongs to the JavaFX thread. The map is painted at most once per pulse, and only when something
 * has changed.
 */
public final class MapPane extends Region implements AutoCloseable {
  private static final Viewport START = new Viewport(0, 0, 80_000, 1, 1);

  private final ReadOnlyObjectWrapper<Viewport> viewport =
      new ReadOnlyObjectWrapper<>(this, "viewport", START);
  private final ReadOnlyObjectWrapper<@Nullable MapPoint> pointer =
      new ReadOnlyObjectWrapper<>(this, "pointer", null);
  private final ObjectProperty<MapTool> tool =
      new SimpleObjectProperty<>(this, "tool", new PanTool());
  private final ObservableList<MapLayer> layers = FXCollections.observableArrayList();
  private final MapSheets sheets = new MapSheets();
  private final MapPulse pulse = new MapPulse(this::frame);
  private final MapGestures gestures = new MapGestures(this);
  private final AtomicBoolean layersChanged = new AtomicBoolean(true);
  private final ObservableValue<Number> outputScale =
      sceneProperty()
          .flatMap(Scene::windowProperty)
          .flatMap(Window::outputScaleXProperty)
          .orElse(1.0);
  private boolean toolChanged = true;
  private @Nullable MapBox wanted;
  private @Nullable ViewMotion motion;
  private Consumer<GroundClick> clicked = click -> {};

  /** An empty map of the world, with the pan tool in the hand. */
  public MapPane() {
    getStyleClass().add("map-pane");
    setFocusTraversable(true);
    setMinSize(0, 0);
    getChildren().addAll(sheets.nodes());
    clipToBounds();
    layers.addListener(this::layersChanged);
    tool.addListener((property, before, now) -> changeTool(before, now));
    outputScale.addListener((property, before, now) -> repaint());
    gestures.install();
    changeTool(tool.get(), tool.get());
  }

  /** What is seen. */
  public ReadOnlyObjectProperty<Viewport> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  /** What is seen now. */
  public Viewport viewport() {
    return viewport.get();
  }

  /** Goes to a view at once; its size is replaced by that of the map. */
  public void setViewport(Viewport view) {
    motion = null;
    wanted = null;
    move(view);
  }

  /** Goes to the closest view of a box, at once or in a short flight. */
  public void show(MapBox box, boolean animated) {
    if (!laidOut()) {
      wanted = box;
      return;
    }
    Viewport target = viewport().fitted(box);
    if (animated) {
      animate(new Flight(viewport(), target));
    } else {
      setViewport(target);
    }
  }

  /** Magnifies about the middle, smoothly; a factor of 2 shows half the width. */
  public void zoomBy(double factor) {
    zoomBy(factor, getWidth() / 2, getHeight() / 2);
  }

  /** Magnifies about a pixel, whose ground stays where it is. */
  void zoomBy(double factor, double screenX, double screenY) {
    Glide glide = glide();
    glide.zoom(Math.log(factor) / Math.log(2), screenX, screenY);
    animate(glide);
  }

  /** Moves the ground by some pixels, at once. */
  public void panBy(double dx, double dy) {
    setViewport(viewport().panned(dx, dy));
  }

  /** Moves the ground by some pixels, smoothly. */
  void glideBy(double dx, double dy) {
    Glide glide = glide();
    glide.pan(dx, dy);
    animate(glide);
  }

  /** The layers, the lowest first. */
  public ObservableList<MapLayer> layers() {
    return layers;
  }

  /** The tool in the hand, a {@link PanTool} to start with. */
  public ObjectProperty<MapTool> toolProperty() {
    return tool;
  }

  /** The ground under the mouse; null while the mouse is elsewhere. */
  public ReadOnlyObjectProperty<@Nullable MapPoint> pointerProperty() {
    return pointer.getReadOnlyProperty();
  }

  /** Sets who hears of clicks while a tool is in the hand that has no use for them. */
  public void setOnGroundClicked(Consumer<GroundClick> listener) {
    clicked = listener;
  }

  /** Stops painting and closes all layers. */
  @Override
  public void close() {
    pulse.close();
    layers.forEach(MapLayer::close);
  }

  /** Paints everything with the next pulse. */
  void repaint() {
    layersChanged.set(true);
    repaintTool();
  }

  /** Paints what the tool shows with the next pulse. */
  void repaintTool() {
    toolChanged = true;
    pulse.wake();
  }

  /** Stops a movement where it is. */
  void halt() {
    motion = null;
  }

  /** Says where the mouse is. */
  void setPointer(@Nullable MapPoint ground) {
    pointer.set(ground);
  }

  /** Hands a click on to the application. */
  void groundClicked(GroundClick click) {
    clicked.accept(click);
  }

  @Override
  protected void layoutChildren() {
    if (!laidOut()) {
      return;
    }
    sheets.resize(getWidth(), getHeight());
    move(viewport().resized(getWidth(), getHeight()));
    MapBox box = wanted;
    if (box != null) {
      setViewport(viewport().fitted(box));
    }
    paint();
  }

  private boolean laidOut() {
    return getWidth() > 0 && getHeight() > 0;
  }

  private boolean frame(double seconds) {
    ViewMotion moving = motion;
    if (moving != null && laidOut()) {
      move(moving.next(viewport(), seconds));
      if (moving.done()) {
        motion = null;
      }
    }
    if (laidOut()) {
      paint();
    }
    return motion != null;
  }

  private void paint() {
    if (layersChanged.getAndSet(false)) {
      sheets.paintLayers(layers, viewport(), outputScale.getValue().doubleValue());
    }
    if (toolChanged) {
      toolChanged = false;
      sheets.paintTool(tool.get(), viewport());
    }
  }

  private void move(Viewport view) {
    double edge = WebMercator.HALF_WORLD;
    Viewport kept =
        new Viewport(
            Math.max(-edge, Math.min(edge, view.centreX())),
            Math.max(-edge, Math.min(edge, view.centreY())),
            view.metresPerPixel(),
            laidOut() ? getWidth() : view.width(),
            laidOut() ? getHeight() : view.height());
    if (!kept.equals(viewport())) {
      viewport.set(kept);
      gestures.groundMoved();
      repaint();
    }
  }

  private Glide glide() {
    return motion instanceof Glide running ? running : new Glide();
  }

  private void animate(ViewMotion next) {
    motion = next;
    pulse.wake();
  }

  private void layersChanged(ListChangeListener.Change<? extends MapLayer> change) {
    while (change.next()) {
      change.getRemoved().forEach(MapLayer::detach);
      change.getAddedSubList().forEach(layer -> layer.attach(this::repaintLayers));
    }
    repaint();
  }

  private void repaintLayers() {
    layersChanged.set(true);
    pulse.wake();
  }

  private void changeTool(MapTool before, MapTool now) {
    if (before != now) {
      before.deactivated();
    }
    now.activated(this::repaintTool);
    setCursor(now.cursor());
    repaintTool();
  }

  private void clipToBounds() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }
}
