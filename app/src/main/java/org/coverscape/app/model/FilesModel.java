package org.coverscape.app.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.coverscape.app.geo.FeatureShape;
import org.coverscape.app.geo.MapPlace;
import org.coverscape.app.work.Background;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.place.FeatureFile;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.vector.FeatureCollection;
import org.coverscape.engine.vector.FeatureException;
import org.coverscape.map.MapBox;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Opens whatever files the user hands over: imagery, features, projects. Used on the screen's
 * thread; files are read in the background.
 */
public final class FilesModel {
  private static final Set<String> IMAGES = Set.of("tif", "tiff", "mrf");
  private static final Set<String> FEATURES =
      Set.of("geojson", "json", "shp", "zip", "gpkg", "kml", "kmz", "wkt");

  /** Endings of files that belong to others and say nothing alone. */
  private static final Set<String> BESIDE =
      Set.of(
          "dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "xml", "tfw", "ovr", "aux", "idx",
          "pjg", "ppg", "pjp", "til", "pzp", "ptf", "lrc", "pzs");

  /**
   * The features of a file, as the map draws them.
   *
   * @param file the file
   * @param shapes the polygons among them
   * @param box the rectangle of the map that holds them
   */
  public record Features(Path file, List<FeatureShape> shapes, MapBox box) {
    /** Takes a copy of the list. */
    public Features {
      shapes = List.copyOf(shapes);
    }

    /**
     * All features together.
     *
     * @throws IllegalArgumentException with one sentence when they are no valid ground
     */
    public Region region() {
      List<Geometry> parts = shapes.stream().map(shape -> shape.region().geometry()).toList();
      Crs crs = shapes.get(0).crs();
      return new Region(parts.size() == 1 ? parts.get(0) : OverlayNGRobust.union(parts), crs);
    }
  }

  private final Background background;
  private final Notices notices;
  private final ImageryModel imagery;
  private Consumer<Path> onProject = file -> {};
  private Consumer<Features> onFeatures = features -> {};
  private Consumer<ClassFile> onClasses = file -> {};
  private Consumer<MapBox> onImagery = box -> {};

  /** Opens files for the window. */
  public FilesModel(ImageryModel imagery, Background background, Notices notices) {
    this.imagery = imagery;
    this.background = background;
    this.notices = notices;
  }

  /** Takes project files. */
  public void setOnProject(Consumer<Path> action) {
    onProject = action;
  }

  /** Takes the features of a file. */
  public void setOnFeatures(Consumer<Features> action) {
    onFeatures = action;
  }

  /**
   * Takes files of classes, such as NLCD, that are opened as layers; whoever takes one closes it.
   */
  public void setOnClasses(Consumer<ClassFile> action) {
    onClasses = action;
  }

  /** Takes the rectangle of the map that holds imagery that was added. */
  public void setOnImagery(Consumer<MapBox> action) {
    onImagery = action;
  }

  /** Opens files and folders, each as what it is; a project is opened alone. */
  public void open(List<Path> files) {
    Optional<Path> project =
        files.stream().filter(f -> f.toString().endsWith(ProjectModel.ENDING)).findFirst();
    if (project.isPresent()) {
      onProject.accept(project.get());
      return;
    }
    files.stream()
        .filter(file -> FEATURES.contains(ending(file)))
        .forEach(file -> openFeatures(file, onFeatures));
    List<Path> others =
        files.stream()
            .filter(file -> !FEATURES.contains(ending(file)) && !BESIDE.contains(ending(file)))
            .toList();
    if (!others.isEmpty()) {
      background.run(() -> sorted(others), this::open, notices::warn);
    }
  }

  /** Files that may be imagery, those of classes, and those that are nothing of these. */
  private record Sorted(List<Path> images, List<Path> classes, List<Path> unknown) {}

  private static Sorted sorted(List<Path> files) {
    Map<Boolean, List<Path>> images =
        files.stream()
            .collect(
                Collectors.partitioningBy(
                    file -> Files.isDirectory(file) || IMAGES.contains(ending(file))));
    Map<Boolean, List<Path>> classes =
        images.getOrDefault(true, List.of()).stream()
            .collect(Collectors.partitioningBy(ReferenceRaster::looksLikeOne));
    return new Sorted(
        classes.getOrDefault(false, List.of()),
        classes.getOrDefault(true, List.of()),
        images.getOrDefault(false, List.of()));
  }

  private void open(Sorted files) {
    files.classes().forEach(file -> openClasses(file, onClasses));
    if (!files.images().isEmpty()) {
      openImagery(files.images());
    }
    if (!files.unknown().isEmpty()) {
      int others = files.unknown().size() - 1;
      notices.warn(
          files.unknown().get(0).getFileName()
              + (others > 0 ? " and " + Figures.count(others, "other file") + " are" : " is")
              + " neither imagery (GeoTIFF, MRF) nor features (GeoJSON, shapefile, GeoPackage, KML);"
              + " open one of these.");
    }
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Opens a file of classes; whoever takes it closes it. */
  public void openClasses(Path file, Consumer<ClassFile> done) {
    background.run(() -> ClassFile.open(file), done, notices::warn);
  }

  /** Opens a file as a layer, features or classes by its ending. */
  public void openLayer(Path file, Consumer<Features> features, Consumer<ClassFile> classes) {
    if (FEATURES.contains(ending(file))) {
      openFeatures(file, features);
    } else {
      openClasses(file, classes);
    }
  }

  /** Adds imagery and shows where it lies. */
  public void openImagery(List<Path> files) {
    imagery.add(files, this::show);
  }

  /** Shows where images lie. */
  public void show(List<ImageryTile> tiles) {
    background.run(() -> box(tiles), onImagery, notices::warn);
  }

  private static MapBox box(List<ImageryTile> tiles) {
    Envelope degrees = new Envelope();
    tiles.forEach(tile -> degrees.expandToInclude(tile.footprint().getEnvelopeInternal()));
    return MapPlace.box(new GeometryFactory().toGeometry(degrees), Crs.WGS84);
  }

  /** Hands over one feature as a region, with its name. */
  public void use(FeatureShape feature, java.util.function.BiConsumer<Region, String> use) {
    background.run(feature::region, region -> use.accept(region, feature.title()), notices::warn);
  }

  /** Hands over all features of a file as one region, with the file's name. */
  public void useAll(Features features, java.util.function.BiConsumer<Region, String> use) {
    background.run(
        features::region,
        region -> use.accept(region, String.valueOf(features.file().getFileName())),
        notices::warn);
  }

  /** Reads the polygons of a file of features. */
  public void openFeatures(Path file, Consumer<Features> done) {
    background.run(() -> features(file), done, notices::warn);
  }

  /** The same, in the background already. */
  public static Features features(Path file) {
    FeatureCollection read = FeatureFile.read(file);
    List<FeatureShape> shapes = new ArrayList<>();
    Envelope extent = new Envelope();
    for (int i = 0; i < read.features().size(); i++) {
      Geometry geometry = read.features().get(i).geometry();
      if (geometry instanceof Polygonal && !geometry.isEmpty()) {
        shapes.add(FeatureShape.of(i + 1, read.features().get(i), read.crs()));
        extent.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    if (shapes.isEmpty()) {
      throw new FeatureException(
          file.getFileName() + " holds no polygons; a region is made of polygons.");
    }
    return new Features(
        file, shapes, MapPlace.box(new GeometryFactory().toGeometry(extent), read.crs()));
  }
}
