package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.ChipGrid;
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
import picocli.CommandLine.Option;

/** Which chips show what: folders of images, or the ground under imagery with labels. */
final class LabelOptions {
  private static final double MODEL_GSD = 1.0;

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
      names = "--crosswalk",
      paramLabel = "csv",
      description = "A table 'code,class' of what codes mean (default: NLCD's).")
  private @Nullable Path crosswalk;

  @Option(
      names = "--class-field",
      paramLabel = "NAME",
      description = "The attribute of shapes that holds the class or the code.")
  private @Nullable String field;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "Only imagery of that year (default: the newest everywhere).")
  private @Nullable Integer year;

  @Option(names = "--any-gsd", description = "Allow coarse imagery.")
  private boolean anyGsd;

  @Option(
      names = "--gsd",
      paramLabel = "M",
      description = "Pixel size in metres of images in folders without georeference (default: 1).")
  private double gsd = MODEL_GSD;

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
    Path table = crosswalk;
    Crosswalk codes = table == null ? Crosswalk.nlcd() : Crosswalk.read(table);
    return isRaster() ? reference(codes, imagery, reporter) : shapes(codes, imagery, reporter);
  }

  private boolean isRaster() {
    String name = String.valueOf(labels.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".tif") || name.endsWith(".tiff");
  }

  private LabelSource folders(ImageryOptions imagery) throws IOException {
    if (!imagery.imagery.isEmpty() || imagery.catalog != null || region != null) {
      throw new UserException(
          "A folder of labelled images is its own imagery; leave out --imagery, --catalog and"
              + " --region.");
    }
    if (!(gsd > 0) || gsd > 1000) {
      throw new UserException("--gsd is a pixel size in metres, such as 0.3.");
    }
    Path table = classes;
    ClassMap map = table == null ? ClassMap.byName() : ClassMap.read(table);
    return new LabelSource(
        new FolderSupply(labels, map, new ImageChip(MODEL_GSD, gsd)), null, null);
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
    Integer only = year;
    PlanOptions options =
        new PlanOptions(
            Optional.empty(),
            only == null ? OptionalInt.empty() : OptionalInt.of(only),
            ChipGrid.CHIP_PIXELS,
            MODEL_GSD,
            anyGsd);
    String named = region;
    return named != null
        ? TrainingGround.of(RegionSource.read(named), catalog, options)
        : TrainingGround.ofAll(catalog.all(), within, catalog, options);
  }
}
