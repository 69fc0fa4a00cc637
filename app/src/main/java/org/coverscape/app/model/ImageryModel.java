package org.coverscape.app.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.catalogue.CatalogueChange;
import org.coverscape.engine.catalogue.CatalogueUpdate;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.Coverage;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.jspecify.annotations.Nullable;

/**
 * The imagery of the project and how it covers the region. Used on the screen's thread; files and
 * geometry are dealt with in the background.
 */
public final class ImageryModel implements AutoCloseable {
  /** What is known of a region's imagery. */
  private record Found(
      List<Integer> years, Coverage coverage, @Nullable ScoringPlan plan, String refusal) {}

  private static final String READING = "Reading imagery …";

  private final ImageryAccess access;
  private final InOrder reader;
  private final Notices notices;
  private final Latest planning;
  private final SqliteTileCatalog catalog = SqliteTileCatalog.inMemory();
  private final ImageryPlaces places;
  private final ObservableList<Path> shownPaths;
  private final ObservableList<Path> shownMissing;
  private final ObservableList<ImageryTile> tiles = FXCollections.observableArrayList();
  private final ObservableList<ImageryTile> shownTiles =
      FXCollections.unmodifiableObservableList(tiles);
  private final ObservableList<Integer> years = FXCollections.observableArrayList();
  private final ObservableList<Integer> shownYears =
      FXCollections.unmodifiableObservableList(years);
  private final ObjectProperty<@Nullable Integer> year =
      new SimpleObjectProperty<>(this, "year", null);
  private final BooleanProperty coarseAllowed =
      new SimpleBooleanProperty(this, "coarseAllowed", false);
  private final ReadOnlyObjectWrapper<@Nullable Coverage> coverage =
      new ReadOnlyObjectWrapper<>(this, "coverage", null);
  private final ReadOnlyObjectWrapper<@Nullable ScoringPlan> plan =
      new ReadOnlyObjectWrapper<>(this, "plan", null);
  private final ReadOnlyObjectWrapper<String> refusal =
      new ReadOnlyObjectWrapper<>(this, "refusal", "");
  private final StringProperty activity = new SimpleStringProperty(this, "activity", "");
  private @Nullable Region region;
  private int readings;
  private int generation;

  /**
   * No imagery yet.
   *
   * @param access reads it, in the background
   */
  public ImageryModel(ImageryAccess access, Background background, Notices notices) {
    this.access = access;
    reader = new InOrder(background);
    this.notices = notices;
    planning = new Latest(background);
    places = new ImageryPlaces(background, this::follow);
    shownPaths = FXCollections.unmodifiableObservableList(places.paths());
    shownMissing = FXCollections.unmodifiableObservableList(places.missing());
    year.addListener((o, was, is) -> plan());
    coarseAllowed.addListener((o, was, is) -> plan());
  }

  /** Opens the images. */
  public RasterReader.Opener access() {
    return access;
  }

  /** Files and folders that were added, in their order. */
  public ObservableList<Path> paths() {
    return shownPaths;
  }

  /** Those of them that do not exist now. */
  public ObservableList<Path> missing() {
    return shownMissing;
  }

  /** The images found in them. */
  public ObservableList<ImageryTile> tiles() {
    return shownTiles;
  }

  /** The years of the images that touch the region, from the oldest. */
  public ObservableList<Integer> years() {
    return shownYears;
  }

  /** The year to be scored; null for the newest everywhere. */
  public ObjectProperty<@Nullable Integer> yearProperty() {
    return year;
  }

  /** Whether imagery coarser than the network wants is scored all the same. */
  public BooleanProperty coarseAllowedProperty() {
    return coarseAllowed;
  }

  /** How the region is covered; null while there is no region or it is being worked out. */
  public ReadOnlyObjectProperty<@Nullable Coverage> coverageProperty() {
    return coverage.getReadOnlyProperty();
  }

  /** What a run would do; null where none is possible. */
  public ReadOnlyObjectProperty<@Nullable ScoringPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** One sentence why there is no plan; empty when there is one, or no region. */
  public ReadOnlyObjectProperty<String> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** What is being done to have imagery, in a few words; empty while that is nothing. */
  public StringProperty activityProperty() {
    return activity;
  }

  /** Looks at another region; null for none. */
  public void cover(@Nullable Region ground) {
    region = ground;
    plan();
  }

  /**
   * Reads files and folders of imagery and adds what can be scored.
   *
   * @param added is handed the new images; not called where there is none
   */
  public void add(List<Path> files, Consumer<List<ImageryTile>> added) {
    read(files, found -> take(found, files, added));
  }

  /**
   * Reads the imagery of a place that is missing from where it lies now.
   *
   * @param lost one of {@link #missing}
   * @param folder it, or the folder that holds it
   */
  public void find(Path lost, Path folder) {
    reader.run(
        () -> ImageryPlaces.meant(lost, folder), meant -> readInstead(lost, meant), notices::warn);
  }

  private void readInstead(Path lost, Path found) {
    read(
        List.of(found),
        change -> {
          if (change.found() > 0) {
            places.replace(lost, found);
          }
          take(change, List.of(found), tiles -> {});
        });
  }

  /** Takes in what changed on the disk. */
  private void follow() {
    places.look();
    if (!places.paths().isEmpty()) {
      read(List.copyOf(places.paths()), this::takeChange);
    }
  }

  private void takeChange(CatalogueChange change) {
    if (change.isEmpty()) {
      return;
    }
    replace(change);
    int fresh = change.added().size() + change.changed().size() + change.moved().size();
    int gone = change.missing().size();
    String came = fresh > 0 ? Figures.count(fresh, "image") + " came or changed on the disk. " : "";
    if (gone > 0) {
      notices.warn(came + Figures.count(gone, "image") + " went from the disk.");
    } else {
      notices.say(came.strip());
    }
    plan();
  }

  private void replace(CatalogueChange change) {
    Map<ImageLocation, ImageryTile> known = new LinkedHashMap<>();
    tiles.forEach(tile -> known.put(tile.location(), tile));
    change.missing().forEach(tile -> known.remove(tile.location()));
    change.moved().forEach(move -> known.remove(move.from()));
    change.tiles().forEach(tile -> known.put(tile.location(), tile));
    tiles.setAll(known.values());
  }

  private void read(List<Path> files, Consumer<CatalogueChange> take) {
    int asked = generation;
    readings++;
    activity.set(READING);
    reader.run(
        () -> read(files),
        found -> {
          ended();
          if (asked == generation) {
            take.accept(found);
          }
        },
        sentence -> {
          ended();
          notices.warn(sentence);
        });
  }

  /**
   * The same for the files of a project that is opened; what is missing now stays in the project,
   * for it may be there again.
   *
   * @param ended called when they were read, whatever came of it
   */
  void add(List<Path> files, Runnable ended) {
    places.paths().setAll(files);
    read(files, found -> take(found, List.of(), tiles -> {}));
    reader.run(() -> true, done -> ended.run(), sentence -> ended.run());
  }

  private CatalogueChange read(List<Path> files) {
    List<ImageLocation> locations = files.stream().map(ImageLocation::of).toList();
    CatalogueChange change = CatalogueUpdate.run(access, catalog, locations, count -> {});
    catalog.forget(change.missing().stream().map(ImageryTile::location).toList());
    return change;
  }

  private void ended() {
    readings--;
    activity.set(readings > 0 ? READING : "");
  }

  private void take(CatalogueChange change, List<Path> files, Consumer<List<ImageryTile>> added) {
    List<ImageryTile> found = change.tiles();
    remember(files, found);
    if (!change.isEmpty()) {
      replace(change);
    }
    tell(change, files);
    if (!found.isEmpty()) {
      added.accept(found);
      plan();
    }
  }

  /** Says in one sentence what came and what did not; nothing of a project that opens whole. */
  private void tell(CatalogueChange change, List<Path> files) {
    int found = change.found();
    String came = found == 0 || files.isEmpty() ? "" : Figures.count(found, "image") + " added. ";
    if (!change.refused().isEmpty()) {
      notices.warn(came + refusal(change.refused()));
    } else if (!came.isEmpty()) {
      notices.say(came.strip());
    } else if (!files.isEmpty()) {
      notices.warn(
          "No imagery was found in "
              + files.get(0).getFileName()
              + "; choose GeoTIFF or MRF files, or a folder with some.");
    }
  }

  /** The project keeps the files and folders that brought an image. */
  private void remember(List<Path> files, List<ImageryTile> found) {
    for (Path file : files) {
      if (!places.paths().contains(file) && found.stream().anyMatch(tile -> isIn(tile, file))) {
        places.paths().add(file);
      }
    }
  }

  private static boolean isIn(ImageryTile tile, Path folder) {
    return tile.location().file().filter(file -> file.startsWith(folder)).isPresent();
  }

  private static String refusal(List<IndexOutcome.Refused> refused) {
    IndexOutcome.Refused first = refused.get(0);
    int others = refused.size() - 1;
    return first.location().name()
        + " was left out: "
        + first.reason()
        + (others > 0 ? " " + Figures.count(others, "other file") + " could not be used." : "");
  }

  /** Takes all imagery away, before another project comes. */
  public void clear() {
    // reads that are under way belong to what was there before
    generation++;
    region = null;
    planning.cancel();
    places.paths().clear();
    tiles.clear();
    years.clear();
    year.set(null);
    coverage.set(null);
    plan.set(null);
    refusal.set("");
    reader.run(
        () -> {
          catalog.clear();
          return true;
        },
        done -> {},
        notices::warn);
  }

  /** The year to be scored. */
  public OptionalInt year() {
    return Optional.ofNullable(year.get()).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** The images, of all years; a copy that any thread may use. */
  public List<ImageryTile> images() {
    return List.copyOf(tiles);
  }

  /**
   * The plan of a job that was begun earlier, from the imagery there is now.
   *
   * @throws PlanException when there is none left; not for the screen's thread
   */
  public ScoringPlan planOf(org.coverscape.engine.store.JobHeader job) {
    return ScoringPlan.of(
        job.region(),
        catalog,
        new PlanOptions(
            Optional.of(job.grid().zone()),
            job.year(),
            job.grid().stride(),
            job.grid().gsd(),
            job.anyGsd()));
  }

  private void plan() {
    Region ground = region;
    if (ground == null) {
      planning.cancel();
      years.clear();
      coverage.set(null);
      plan.set(null);
      refusal.set("");
      return;
    }
    plan.set(null);
    PlanOptions options =
        new PlanOptions(
            Optional.empty(),
            year(),
            PlanOptions.DEFAULT.stride(),
            PlanOptions.DEFAULT.gsd(),
            coarseAllowed.get());
    planning.ask(() -> find(ground, options), this::show, this::fail);
  }

  private Found find(Region ground, PlanOptions options) {
    List<Integer> known = Coverage.years(ground, catalog);
    Coverage covered = Coverage.of(ground, catalog, options);
    try {
      return new Found(known, covered, ScoringPlan.of(ground, catalog, options), "");
    } catch (PlanException e) {
      return new Found(known, covered, null, String.valueOf(e.getMessage()));
    }
  }

  private void show(Found found) {
    if (!years.equals(found.years())) {
      years.setAll(found.years());
    }
    coverage.set(found.coverage());
    refusal.set(found.refusal());
    plan.set(found.plan());
  }

  private void fail(String sentence) {
    coverage.set(null);
    plan.set(null);
    refusal.set(sentence);
  }

  @Override
  public void close() {
    places.close();
    catalog.close();
  }
}
