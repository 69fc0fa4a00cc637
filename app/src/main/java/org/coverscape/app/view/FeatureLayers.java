package org.coverscape.app.view;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.paint.Color;
import org.coverscape.app.geo.FeatureShape;
import org.coverscape.app.model.FilesModel;
import org.coverscape.app.model.LayerEntry;
import org.coverscape.app.model.LayersModel;
import org.coverscape.map.vector.ShapeStyle;
import org.coverscape.map.vector.VectorLayer;

/** The layers of files of features. Used on the screen's thread. */
final class FeatureLayers {
  private static final Color STROKE = Color.web("#7048e8");

  private final LayersModel layers;
  private final Consumer<String> faults;
  private final Map<String, FilesModel.Features> files = new HashMap<>();

  FeatureLayers(LayersModel layers, Consumer<String> faults) {
    this.layers = layers;
    this.faults = faults;
  }

  /** Puts the features of a file on the map, in place of those the file had before. */
  void add(FilesModel.Features features) {
    Path file = features.file();
    String id = MapStage.FEATURES + ":" + file;
    layers.entries().stream()
        .filter(entry -> entry.id().equals(id))
        .toList()
        .forEach(layers::remove);
    VectorLayer layer = new VectorLayer(String.valueOf(file.getFileName()));
    layer.setStyle(
        shape -> ShapeStyle.outline(STROKE, 1.5).withFill(STROKE.deriveColor(0, 1, 1, 0.08)));
    layer.setFaultHandler(faults);
    layer.setShapes(features.shapes().stream().map(FeatureShape::shape).toList());
    files.keySet().retainAll(layers.entries().stream().map(LayerEntry::id).toList());
    files.put(id, features);
    layers.addBelow("region", new LayerEntry(id, MapStage.FEATURES, layer, Optional.of(file)));
  }

  /** The feature of a shape of a layer. */
  Optional<FeatureShape> feature(MapStage.FeatureHit hit) {
    return Optional.ofNullable(files.get(hit.entry().id()))
        .map(FilesModel.Features::shapes)
        .orElse(List.of())
        .stream()
        .filter(shape -> shape.shape().id().equals(hit.id()))
        .findFirst();
  }
}
