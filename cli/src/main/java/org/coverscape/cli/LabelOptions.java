package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.evaluation.ClassMap;
import org.coverscape.engine.evaluation.ImageChip;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.place.RegionSource;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.coverscape.engine.training.CellLabels;
import org.coverscape.engine.training.FeatureLabels;
import org.coverscape.engine.training.FolderSupply;
import org.coverscape.engine.training.GroundSupply;
import org.coverscape.engine.training.ReferenceLabels;
import org.coverscape.engine.training.TrainingGround;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which chips show what: folders of images, or the ground under imagery with labels. */
final class LabelOptions {
  @Option(
      names = "--labels",
      required = true,
      paramLabel = "F|DIR",
      description =
          "What the ground shows: a raster of codes such as NLCD (GeoTIFF), polygons or points with"
              + " a class (GeoJSON, shapefile, GeoPackage, KML), or a folder DIR/<class>/*.jpg|png|tif.")
  private Path labels = Path.of("");

  @Option(
      names = "--region",
      paramLabel = "F",
      description = "Only this ground (default: all ground of the imagery that has labels).")
  private @Nullable String region;

  @Option(
      names = "--class-field",
      paramLabel = "NAME",
      description = "The attribute of shapes that holds the class or the code.")
  private @Nullable String field;

  @Mixin private CrosswalkOption crosswalk = new CrosswalkOption();
  @Mixin private GroundOptions images = new GroundOptions();

  @Option(
      names = "--gsd",
      paramLabel = "M",
      description = "Pixel size in metres of images in folders without georeference (default: 1).")
  private @Nullable Double gsd;

  @Option(
      names = "--classes",
      paramLabel = "map.csv",
      description =
          "A table 'folder,class' that turns folder names into classes, none or 'ignore'.")
  private @Nullable Path classes;

  /** Opens the labels and finds the imagery under them; the caller closes both. */
  LabelSource open(ImageryOptions imagery, Reporter reporter) throws IOException {
    if (Files.isDirectory(labels)) {
      return folders(imagery);
    }
    if (!Files.exists(labels)) {
      throw new UserException("There are no labels " + labels + "; correct --labels.");
    }
    new IdleOptions()
        .add("--gsd", gsd != null)
        .add("--classes", classes != null)
        .add("--class-field", field != null && isRaster())
        .refuse(isRaster() ? "A raster of codes goes" : "Labels that are shapes go");
    images.check();
    Crosswalk codes = crosswalk.read();
    return isRaster() ? reference(codes, imagery, reporter) : shapes(codes, imagery, reporter);
  }

  private boolean isRaster() {
    String name = String.valueOf(labels.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".tif") || name.endsWith(".tiff");
  }

  private LabelSource folders(ImageryOptions imagery) throws IOException {
    IdleOptions idle =
        new IdleOptions()
            .add("--imagery", !imagery.imagery.isEmpty())
            .add("--catalog", imagery.catalog != null)
            .add("--region", region != null)
            .add("--crosswalk", crosswalk.isGiven())
            .add("--class-field", field != null);
    images.note(idle);
    idle.refuse("A folder of labelled images is its own imagery and goes");
    double given = gsd == null ? GroundOptions.MODEL_GSD : gsd;
    if (!(given > 0) || given > 1000) {
      throw new UserException("--gsd is a pixel size in metres, such as 0.3.");
    }
    Path table = classes;
    ClassMap map = table == null ? ClassMap.byName() : ClassMap.read(table);
    return new LabelSource(
        new FolderSupply(labels, map, new ImageChip(GroundOptions.MODEL_GSD, given)), null, null);
  }

  private LabelSource reference(Crosswalk codes, ImageryOptions imagery, Reporter reporter)
      throws IOException {
    ReferenceLabels reference = ReferenceLabels.open(labels, codes);
    return ground(reference, Optional.empty(), imagery, reporter);
  }

  private LabelSource shapes(Crosswalk codes, ImageryOptions imagery, Reporter reporter)
      throws IOException {
    FeatureLabels shapes = FeatureLabels.read(labels, Optional.ofNullable(field), codes);
    Optional<Region> ground = shapes.ground();
    if (ground.isEmpty()) {
      throw new UserException(
          "No shape in "
              + labels
              + " has a class ("
              + String.join(", ", shapes.unknown().stream().limit(5).toList())
              + "); use the six names or 'none', or codes of --crosswalk.");
    }
    return ground(shapes, ground, imagery, reporter);
  }

  private LabelSource ground(
      CellLabels known, Optional<Region> within, ImageryOptions imagery, Reporter reporter)
      throws IOException {
    try {
      return ground(known, within, imagery, imagery.open(reporter), reporter);
    } catch (RuntimeException e) {
      known.close();
      throw e;
    }
  }

  private LabelSource ground(
      CellLabels known,
      Optional<Region> within,
      ImageryOptions imagery,
      SqliteTileCatalog catalog,
      Reporter reporter) {
    try {
      List<ScoringPlan> plans = plans(within, catalog);
      plans.stream()
          .flatMap(plan -> plan.refused().stream())
          .forEach(r -> reporter.note("Left out " + r.location().name() + ": " + r.reason()));
      return new LabelSource(new GroundSupply(plans, known, imagery.access()), known, catalog);
    } catch (RuntimeException e) {
      catalog.close();
      throw e;
    }
  }

  private List<ScoringPlan> plans(Optional<Region> within, SqliteTileCatalog catalog) {
    PlanOptions options = images.plan(Optional.empty());
    String named = region;
    return named != null
        ? TrainingGround.of(RegionSource.read(named), catalog, options)
        : TrainingGround.ofAll(catalog.all(), within, catalog, options);
  }
}
