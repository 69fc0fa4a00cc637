package org.coverscape.app.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import org.coverscape.app.model.ClassFile;
import org.coverscape.app.model.LayerEntry;
import org.coverscape.app.model.LayersModel;
import org.coverscape.app.work.Background;
import org.coverscape.map.tile.TileLayer;

/**
 * The layers of files of classes, such as NLCD; a file is closed when its layer is taken away. Used
 * on the screen's thread.
 */
final class ClassLayers implements AutoCloseable {
  private static final long TILE_BYTES = 32L << 20;

  private final LayersModel layers;
  private final Background background;
  private final Consumer<String> faults;
  private final Map<String, ClassFile> files = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  ClassLayers(LayersModel layers, Background background, Consumer<String> faults) {
    this.layers = layers;
    this.background = background;
    this.faults = faults;
    layers.entries().addListener((InvalidationListener) change -> closeUnused());
  }

  /** Puts a file on the map, under the outlines of images, in place of what it showed before. */
  void add(ClassFile file) {
    String id = MapStage.CLASSES + ":" + file.file();
    layers.entries().stream()
        .filter(entry -> entry.id().equals(id))
        .toList()
        .forEach(layers::remove);
    TileLayer layer = new TileLayer(file.name(), 1, TILE_BYTES);
    layer.setSmooth(false);
    layer.setFaultHandler(faults);
    layer.setSource(file.source());
    file.setOnSharper(() -> background.onScreen(layer::reload));
    ClassFile before = files.put(id, file);
    if (before != null) {
      drop(before);
    }
    layers.addBelow(
        MapStage.FOOTPRINTS, new LayerEntry(id, MapStage.CLASSES, layer, Optional.of(file.file())));
  }

  /** The files that are seen, the uppermost first. */
  List<ClassFile> shown() {
    List<ClassFile> shown = new ArrayList<>();
    for (LayerEntry entry : layers.entries()) {
      ClassFile file = files.get(entry.id());
      if (file != null
          && entry.layer().visibleProperty().get()
          && entry.layer().opacityProperty().get() > 0) {
        shown.add(0, file);
      }
    }
    return shown;
  }

  /** Tells of each file of which something could not be read, once. */
  void tellFaults() {
    files.values().stream()
        .map(ClassFile::fault)
        .flatMap(Optional::stream)
        .filter(told::add)
        .forEach(faults);
  }

  /** A file whose layer is moved leaves the list for a moment, so it is looked at later. */
  private void closeUnused() {
    background.onScreen(
        () -> {
          Set<String> gone = new HashSet<>(files.keySet());
          layers.entries().forEach(entry -> gone.remove(entry.id()));
          gone.forEach(id -> drop(files.remove(id)));
        });
  }

  /** Closes a file that is not shown, in the background. */
  void drop(ClassFile unused) {
    background.run(
        () -> {
          unused.close();
          return true;
        },
        done -> {},
        faults);
  }

  @Override
  public void close() {
    files.values().forEach(ClassFile::close);
  }
}
