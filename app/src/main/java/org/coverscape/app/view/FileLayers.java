package org.coverscape.app.view;

import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.app.geo.FeatureShape;
import org.coverscape.app.model.ClassFile;
import org.coverscape.app.model.FilesModel;
import org.coverscape.app.model.Models;
import org.coverscape.app.model.Notices;
import org.coverscape.app.work.Background;
import org.coverscape.engine.project.ProjectLayer;
import org.coverscape.map.MapPane;

/**
 * The layers of files: those that are added, and those that a project has. On the screen's thread.
 */
final class FileLayers implements AutoCloseable {
  private final Models models;
  private final MapPane map;
  private final FileDialogs dialogs;
  private final Notices notices;
  private final FeatureLayers features;
  private final ClassLayers classes;

  FileLayers(
      Models models, MapPane map, FileDialogs dialogs, Background background, Notices notices) {
    this.models = models;
    this.map = map;
    this.dialogs = dialogs;
    this.notices = notices;
    features = new FeatureLayers(models.layers(), notices::warn);
    classes = new ClassLayers(models.layers(), background, notices::warn);
    models.layers().setOnAwaited(layer -> layer.file().ifPresent(file -> reopen(layer, file)));
    models.reading().setClasses(classes::shown);
    models.files().setOnClasses(this::add);
  }

  private void reopen(ProjectLayer layer, Path file) {
    if (layer.kind().equals(MapStage.CLASSES)) {
      models.files().openClasses(file, read -> take(layer, read));
    } else {
      models.files().openFeatures(file, read -> take(layer, read));
    }
  }

  /** What comes when another project is open already is not shown there. */
  private void take(ProjectLayer layer, ClassFile read) {
    if (models.layers().awaits(layer.id())) {
      classes.add(read);
    } else {
      classes.drop(read);
    }
  }

  private void take(ProjectLayer layer, FilesModel.Features read) {
    if (models.layers().awaits(layer.id())) {
      features.add(read);
    }
  }

  /** Asks for files, and adds them. */
  void ask() {
    for (Path file : dialogs.layers()) {
      models.files().openLayer(file, this::add, this::add);
    }
  }

  /** Adds features and shows where they lie. */
  void add(FilesModel.Features read) {
    features.add(read);
    map.show(read.box().grown(1.2), true);
  }

  private void add(ClassFile file) {
    classes.add(file);
    map.show(file.box().grown(1.2), true);
    file.remark().ifPresent(notices::say);
  }

  /** The feature of a shape of a layer. */
  Optional<FeatureShape> feature(MapStage.FeatureHit hit) {
    return features.feature(hit);
  }

  /** Tells what could not be read of them, once. */
  void tellFaults() {
    classes.tellFaults();
  }

  @Override
  public void close() {
    classes.close();
  }
}
