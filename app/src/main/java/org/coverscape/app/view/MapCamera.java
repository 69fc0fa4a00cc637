package org.coverscape.app.view;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.coverscape.engine.project.ProjectView;
import org.coverscape.map.MapPane;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;

/**
 * Keeps the map and the view that a project remembers of it in step: the map shows what a project
 * remembers, and what it shows is remembered. Used on the screen's thread.
 */
public final class MapCamera {
  private final MapPane map;
  private final ObjectProperty<Optional<ProjectView>> view =
      new SimpleObjectProperty<>(Optional.empty());
  private boolean moving;

  /** Nothing happens before {@link #join}. */
  public MapCamera(MapPane map) {
    this.map = map;
  }

  /** What the map shows. The map goes to what is set, and stays where it is if that is nothing. */
  public ObjectProperty<Optional<ProjectView>> viewProperty() {
    return view;
  }

  /** Begins to follow, both ways. */
  public void join() {
    map.viewportProperty()
        .addListener((o, was, is) -> move(() -> view.set(Optional.of(viewOf(is)))));
    view.addListener((o, was, is) -> move(() -> is.ifPresent(this::show)));
  }

  /** Moves one of the two, unless that is what the other's move has led to. */
  private void move(Runnable step) {
    if (!moving) {
      moving = true;
      step.run();
      moving = false;
    }
  }

  private static ProjectView viewOf(Viewport viewport) {
    MapPoint middle = viewport.centre();
    return new ProjectView(middle.longitude(), middle.latitude(), viewport.metresPerPixel());
  }

  private void show(ProjectView wanted) {
    MapPoint middle = MapPoint.ofDegrees(wanted.longitude(), wanted.latitude());
    Viewport now = map.viewport();
    map.setViewport(
        new Viewport(middle.x(), middle.y(), wanted.metresPerPixel(), now.width(), now.height()));
  }
}
