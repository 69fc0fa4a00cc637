package org.coverscape.app.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks the user for files. */
final class FileDialogs {
  private static final FileChooser.ExtensionFilter REGIONS =
      new FileChooser.ExtensionFilter(
          "Regions (GeoJSON, shapefile, GeoPackage, KML)",
          "*.geojson",
          "*.json",
          "*.shp",
          "*.zip",
          "*.gpkg",
          "*.kml",
          "*.kmz",
          "*.wkt");
  private static final FileChooser.ExtensionFilter IMAGES =
      new FileChooser.ExtensionFilter(
          "Imagery (GeoTIFF, MRF)", "*.tif", "*.tiff", "*.TIF", "*.TIFF", "*.mrf");
  private static final FileChooser.ExtensionFilter LAYERS =
      new FileChooser.ExtensionFilter(
          "Layers (GeoTIFF of classes such as NLCD, GeoJSON, shapefile, GeoPackage, KML)",
          "*.tif",
          "*.tiff",
          "*.TIF",
          "*.TIFF",
          "*.geojson",
          "*.json",
          "*.shp",
          "*.zip",
          "*.gpkg",
          "*.kml",
          "*.kmz",
          "*.wkt");
  private static final FileChooser.ExtensionFilter ALL =
      new FileChooser.ExtensionFilter("All files", "*");

  private final Node owner;
  private File last = new File(System.getProperty("user.home", "."));

  /** Dialogs over the window that shows a node. */
  FileDialogs(Node owner) {
    this.owner = owner;
  }

  List<Path> layers() {
    return several(chooser("Add layers", LAYERS));
  }

  Optional<Path> region() {
    FileChooser chooser = chooser("Open a region", REGIONS);
    return remembered(chooser.showOpenDialog(owner.getScene().getWindow()));
  }

  List<Path> images() {
    return several(chooser("Add imagery", IMAGES));
  }

  private List<Path> several(FileChooser chooser) {
    List<File> chosen = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
    if (chosen == null) {
      return List.of();
    }
    chosen.stream().findFirst().ifPresent(file -> last = file.getParentFile());
    return chosen.stream().map(File::toPath).toList();
  }

  Optional<Path> imageFolder() {
    return folder("Add a folder of imagery");
  }

  Optional<Path> itemFolder() {
    return folder("Choose a folder of STAC Items");
  }

  /** Where something that is missing lies now. */
  Optional<Path> folderOf(Path lost) {
    return folder("Where is " + lost.getFileName() + " now?");
  }

  private Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
    File chosen = chooser.showDialog(owner.getScene().getWindow());
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  List<Path> any() {
    FileChooser chooser = chooser("Open", ALL, IMAGES, REGIONS);
    List<File> chosen = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  private FileChooser chooser(String title, FileChooser.ExtensionFilter... filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().addAll(filters);
    if (filters[filters.length - 1] != ALL && filters[0] != ALL) {
      chooser.getExtensionFilters().add(ALL);
    }
    if (last.isDirectory()) {
      chooser.setInitialDirectory(last);
    }
    return chooser;
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    if (chosen != null) {
      last = chosen.getParentFile();
    }
    return Optional.ofNullable(chosen).map(File::toPath);
  }
}
