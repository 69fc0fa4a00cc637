package org.coverscape.app.model;

import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.project.ProjectLayer;
import org.coverscape.map.MapLayer;

/**
 * A layer of the map as the panel lists it.
 *
 * @param id names it within the project
 * @param kind what it is, such as {@code imagery}
 * @param layer the layer
 * @param file the file it shows, where it shows one; such a layer can be taken away
 */
public record LayerEntry(String id, String kind, MapLayer layer, Optional<Path> file) {
  /** A layer that every project has; its id is its kind. */
  public static LayerEntry fixed(String kind, MapLayer layer) {
    return new LayerEntry(kind, kind, layer, Optional.empty());
  }

  /** As a project keeps it. */
  ProjectLayer saved() {
    double opacity = Math.max(0, Math.min(1, layer.opacityProperty().get()));
    return new ProjectLayer(id, kind, file, layer.visibleProperty().get(), opacity);
  }
}
