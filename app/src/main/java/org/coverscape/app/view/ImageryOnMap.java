package org.coverscape.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import org.coverscape.app.geo.PictureSource;
import org.coverscape.app.model.DisplayModel;
import org.coverscape.app.model.ImageryModel;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.picture.ImageryPictures;
import org.coverscape.map.tile.TileLayer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the imagery on the map in step with the project: the images of the chosen year, or the
 * newest, as the user wants to see them; and the other bands in the lens. Used on the screen's
 * thread.
 */
public final class ImageryOnMap implements AutoCloseable {
  private final ImageryModel imagery;
  private final DisplayModel display;
  private final Path cache;
  private final Background background;
  private final TileLayer layer;
  private final TileLayer lens;
  private final Latest opening;
  private final Latest openingOther;
  private @Nullable ImageryPictures pictures;
  private @Nullable ImageryPictures otherYear;
  private @Nullable Integer yearInLens;
  private boolean outdated;

  /** Nothing is shown before there are images. */
  public ImageryOnMap(
      ImageryModel imagery,
      DisplayModel display,
      Path cache,
      Background background,
      TileLayer layer,
      TileLayer lens) {
    this.imagery = imagery;
    this.display = display;
    this.cache = cache;
    this.background = background;
    this.layer = layer;
    this.lens = lens;
    opening = new Latest(background);
    openingOther = new Latest(background);
    InvalidationListener reopen = change -> open();
    imagery.tiles().addListener(reopen);
    listen(imagery.yearProperty(), reopen);
    InvalidationListener again = change -> show();
    listen(display.bandsProperty(), again);
    listen(display.stretchProperty(), again);
  }

  private static void listen(ObservableValue<?> value, InvalidationListener listener) {
    // a change listener keeps the value from staying invalid
    value.addListener((o, was, is) -> listener.invalidated(o));
  }

  private void open() {
    Integer year = imagery.yearProperty().get();
    List<ImageryTile> images = year == null ? imagery.images() : ofYear(year);
    closeLater(otherYear);
    otherYear = null;
    yearInLens = null;
    opening.ask(
        () -> new ImageryPictures(images, cache, imagery.access(), this::sharper),
        this::take,
        sentence -> outdated = false);
  }

  private void sharper() {
    background.onScreen(this::reload);
  }

  private void reload() {
    layer.reload();
    lens.reload();
  }

  private void take(ImageryPictures opened) {
    ImageryPictures before = pictures;
    pictures = opened;
    outdated = false;
    show();
    closeLater(before);
  }

  private List<ImageryTile> ofYear(int year) {
    return imagery.images().stream()
        .filter(tile -> tile.year().isPresent() && tile.year().getAsInt() == year)
        .toList();
  }

  private void closeLater(@Nullable ImageryPictures unused) {
    if (unused != null) {
      background.run(
          () -> {
            unused.close();
            return true;
          },
          done -> {},
          sentence -> {});
    }
  }

  /** Shows the other bands in the lens: colour-infrared in true colour, and the other way round. */
  public void showOtherBands() {
    ImageryPictures now = pictures;
    if (now != null) {
      lens.setSource(new PictureSource(now, otherBands(), display.stretchProperty().get()));
    }
  }

  private BandView otherBands() {
    return display.bandsProperty().get() == BandView.TRUE_COLOUR
        ? BandView.COLOUR_INFRARED
        : BandView.TRUE_COLOUR;
  }

  /** Looks again at images on the web that could not be reached a while ago. */
  void retry() {
    ImageryPictures now = pictures;
    if (now != null) {
      // files are closed, and damaged small versions removed
      background.run(
          now::retry,
          again -> {
            if (again) {
              reload();
            }
          },
          sentence -> {});
    }
  }

  /**
   * What could not be read of the images that were looked at, one plain sentence each; nothing
   * while they are opened anew.
   */
  List<String> faults() {
    ImageryPictures now = pictures;
    return now == null || outdated ? List.of() : now.faults();
  }

  /** Opens the images anew: what could not be reached may be reached now. */
  void tryAgain() {
    outdated = true;
    open();
  }

  /**
   * Shows another year in the lens: the one before the year on the map, or where that is the oldest
   * the one after it.
   *
   * @return the year; empty where there is no other
   */
  public OptionalInt showOtherYear() {
    TreeSet<Integer> years = new TreeSet<>();
    imagery.images().forEach(tile -> tile.year().ifPresent(years::add));
    if (years.size() < 2) {
      return OptionalInt.empty();
    }
    Integer chosen = imagery.yearProperty().get();
    int shown = chosen == null ? years.last() : chosen;
    Integer earlier = years.lower(shown);
    Integer later = years.higher(shown);
    int other = earlier != null ? earlier : later != null ? later : years.first();
    ImageryPictures ready = otherYear;
    if (ready != null && Integer.valueOf(other).equals(yearInLens)) {
      showInLens(ready);
    } else {
      List<ImageryTile> images = ofYear(other);
      openingOther.ask(
          () -> new ImageryPictures(images, cache, imagery.access(), this::sharper),
          opened -> {
            closeLater(otherYear);
            otherYear = opened;
            yearInLens = other;
            showInLens(opened);
          },
          sentence -> {});
    }
    return OptionalInt.of(other);
  }

  private void showInLens(ImageryPictures year) {
    lens.setSource(
        new PictureSource(year, display.bandsProperty().get(), display.stretchProperty().get()));
  }

  private void show() {
    ImageryPictures now = pictures;
    if (now != null) {
      layer.setSource(
          new PictureSource(now, display.bandsProperty().get(), display.stretchProperty().get()));
      showOtherBands();
    }
  }

  @Override
  public void close() {
    if (pictures != null) {
      pictures.close();
    }
    if (otherYear != null) {
      otherYear.close();
    }
  }
}
