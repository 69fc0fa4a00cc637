package org.coverscape.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.app.place.UsState;
import org.coverscape.app.place.UsStates;
import org.coverscape.map.MapBox;
import org.coverscape.map.WebMercator;
import org.coverscape.map.vector.MapShape;

/**
 * The US states as shapes of the map, and where each is. Stateless; not for the screen's thread.
 */
public final class StatesOnMap {
  private StatesOnMap() {}

  /** The outlines of all states. */
  public static List<MapShape> shapes() {
    List<MapShape> shapes = new ArrayList<>();
    for (UsState state : UsStates.load().all()) {
      shapes.add(
          new MapShape(
              state.code(), state.rings().stream().map(StatesOnMap::onMap).toList(), true));
    }
    return shapes;
  }

  /** The rectangle that holds the state whose name or code a person typed. */
  public static Optional<MapBox> find(String name) {
    return UsStates.load().find(name).stream()
        .findFirst()
        .map(UsState::bounds)
        .map(wsen -> MapBox.ofDegrees(wsen[0], wsen[1], wsen[2], wsen[3]));
  }

  private static double[] onMap(double[] degrees) {
    double[] xy = new double[degrees.length];
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] = WebMercator.x(degrees[i]);
      xy[i + 1] = WebMercator.y(degrees[i + 1]);
    }
    return xy;
  }
}
