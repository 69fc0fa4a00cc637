package org.coverscape.app.model;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
import org.coverscape.app.work.OneMore;
import org.coverscape.engine.catalogue.CatalogueChange;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.Coverage;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.JobHeader;
import org.jspecify.annotations.Nullable;

/**
 * The imagery of the project and how it covers the region. Used on the screen's thread; files and
 * geometry are dealt with in the background.
 */
public final class ImageryModel implements AutoCloseable {
  private static final String READING = "Reading imagery …";

  private final ImageryAccess access;
  private final InOrder reader;
  private final Notices notices;
  private final ImageryNews news;
  private final KnownImages known = new KnownImages();
  private final PlanModel planning;
  private final ImageryPlaces places;
  private final OneMore following = new OneMore(this::follow);
  private final ObservableList<Path> shownPaths;
  private final ObservableList<Path> shownMissing;
  private final ObservableList<ImageryTile> shownTiles;
  private final ObservableList<Integer> shownYears;
  private final StringProperty activity = new SimpleStringProperty(this, "activity", "");
  private int readings;
  private int generation;

  /**
   * No imagery yet.
   *
   * @param access reads it, in the background
   */
  public ImageryModel(ImageryAccess access, Background background, Notices notices) {
    this.access = access;
    this.notices = notices;
    reader = new InOrder(background);
    news = new ImageryNews(notices);
    planning = new PlanModel(known.catalog(), background);
    places = new ImageryPlaces(background, this::follow);
    shownPaths = FXCollections.unmodifiableObservableList(places.paths());
    shownMissing = FXCollections.unmodifiableObservableList(places.missing());
    shownTiles = FXCollections.unmodifiableObservableList(known.tiles());
    shownYears = FXCollections.unmodifiableObservableList(planning.years());
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

  /** The images there are, of all years, the newest first. */
  public ObservableList<ImageryTile> tiles() {
    return shownTiles;
  }

  /** Those among them that were found in catalogues and on the web. */
  public List<ImageryTile> found() {
    return known.found();
  }

  /** The years of the images that touch the region, from the oldest. */
  public ObservableList<Integer> years() {
    return shownYears;
  }

  /** The year to be scored; null for the newest everywhere. */
  public ObjectProperty<@Nullable Integer> yearProperty() {
    return planning.yearProperty();
  }

  /** Whether imagery coarser than the network wants is scored all the same. */
  public BooleanProperty coarseAllowedProperty() {
    return planning.coarseAllowedProperty();
  }

  /** How the region is covered; null while there is no region or it is being worked out. */
  public ReadOnlyObjectProperty<@Nullable Coverage> coverageProperty() {
    return planning.coverageProperty().getReadOnlyProperty();
  }

  /** What a run would do; null where none is possible. */
  public ReadOnlyObjectProperty<@Nullable ScoringPlan> planProperty() {
    return planning.planProperty().getReadOnlyProperty();
  }

  /** One sentence why there is no plan; empty when there is one, or no region. */
  public ReadOnlyObjectProperty<String> refusalProperty() {
    return planning.refusalProperty().getReadOnlyProperty();
  }

  /** What is being done to have imagery, in a few words; empty while that is nothing. */
  public StringProperty activityProperty() {
    return activity;
  }

  /** Looks at another region; null for none. */
  public void cover(@Nullable Region ground) {
    planning.cover(ground);
  }

  /**
   * Reads files and folders of imagery and adds what can be scored.
   *
   * @param added is handed the new images; not called where there is none
   */
  public void add(List<Path> files, Consumer<List<ImageryTile>> added) {
    read(files, read -> take(read, files, added), () -> {});
  }

  /**
   * Adds images that were found elsewhere; their project keeps them, whether they can be reached or
   * not.
   *
   * @param added called when they are there
   */
  public void join(List<ImageryTile> images, Runnable added) {
    inOrder(
        () -> known.join(images),
        all -> {
          known.note(images);
          all.ifPresent(this::show);
          added.run();
        },
        () -> {});
  }

  private void show(List<ImageryTile> all) {
    known.show(all);
    planning.plan();
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
        read -> {
          if (read.change().found() > 0) {
            places.replace(lost, found);
          }
          take(read, List.of(found), tiles -> {});
        },
        () -> {});
  }

  /** Takes in what changed on the disk, once for all that is told while it is being read. */
  void follow() {
    following.ask();
  }

  private void follow(Runnable ended) {
    places.look();
    if (places.paths().isEmpty()) {
      ended.run();
    } else {
      read(List.copyOf(places.paths()), this::takeChange, ended);
    }
  }

  private void takeChange(KnownImages.Read read) {
    if (!read.change().isEmpty()) {
      show(read.all());
      news.followed(read.change());
    }
  }

  private void read(List<Path> files, Consumer<KnownImages.Read> take, Runnable ended) {
    inOrder(() -> known.read(access, files), take, ended);
  }

  /** Changes the catalogue in its turn; what it came to is dropped after {@link #clear}. */
  private <T> void inOrder(
      java.util.concurrent.Callable<T> work, Consumer<T> take, Runnable ended) {
    int asked = generation;
    readings++;
    activity.set(READING);
    reader.run(
        work,
        result -> {
          ended();
          if (asked == generation) {
            take.accept(result);
          }
          ended.run();
        },
        sentence -> {
          ended();
          notices.warn(sentence);
          ended.run();
        });
  }

  private void ended() {
    readings--;
    activity.set(readings > 0 ? READING : "");
  }

  /**
   * Shows the imagery of a project that is opened; what is missing now stays in the project, for it
   * may be there again, and what was found elsewhere is not asked for.
   *
   * @param ended called when it was read, whatever came of it
   */
  void restore(Project project, Runnable ended) {
    if (!project.found().isEmpty()) {
      join(project.found(), () -> {});
    }
    if (!project.imagery().isEmpty()) {
      places.paths().setAll(project.imagery());
      read(project.imagery(), read -> take(read, List.of(), tiles -> {}), () -> {});
    }
    reader.run(() -> true, done -> ended.run(), sentence -> ended.run());
  }

  private void take(KnownImages.Read read, List<Path> files, Consumer<List<ImageryTile>> added) {
    CatalogueChange change = read.change();
    List<ImageryTile> found = change.tiles();
    remember(files, found);
    if (!change.isEmpty()) {
      known.show(read.all());
    }
    news.added(change, files);
    if (!found.isEmpty()) {
      added.accept(found);
      planning.plan();
    }
  }

  /** The project keeps the files and folders that brought an image. */
  private void remember(List<Path> files, List<ImageryTile> found) {
    for (Path file : files) {
      if (!places.paths().contains(file)
          && found.stream().anyMatch(tile -> tile.location().isIn(file))) {
        places.paths().add(file);
      }
    }
  }

  /** Takes all imagery away, before another project comes. */
  public void clear() {
    // reads that are under way belong to what was there before
    generation++;
    planning.clear();
    places.paths().clear();
    known.clear();
    reader.run(
        () -> {
          known.forget();
          return true;
        },
        done -> {},
        notices::warn);
  }

  /** The year to be scored. */
  public OptionalInt year() {
    return planning.year();
  }

  /** The images, of all years; a copy that any thread may use. */
  public List<ImageryTile> images() {
    return List.copyOf(known.tiles());
  }

  /**
   * The plan of a job that was begun earlier, from the imagery there is now.
   *
   * @throws PlanException when there is none left; not for the screen's thread
   */
  public ScoringPlan planOf(JobHeader job) {
    return planning.planOf(job);
  }

  @Override
  public void close() {
    places.close();
    known.close();
  }
}
