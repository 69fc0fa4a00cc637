package org.coverscape.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private @Nullable ImageryPictures pictures;

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
    Optional<Integer> year = Optional.ofNullable(imagery.yearProperty().get());
    List<ImageryTile> images =
        imagery.images().stream()
            .filter(
                tile ->
                    year.isEmpty()
                        || tile.year().isPresent() && tile.year().getAsInt() == year.get())
            .toList();
    opening.ask(
        () -> new ImageryPictures(images, cache, this::sharper), this::take, sentence -> {});
  }

  private void sharper() {
    background.onScreen(
        () -> {
          layer.reload();
          lens.reload();
        });
  }

  private void take(ImageryPictures opened) {
    ImageryPictures before = pictures;
    pictures = opened;
    show();
    if (before != null) {
      background.run(
          () -> {
            before.close();
            return true;
          },
          done -> {},
          sentence -> {});
    }
  }

  private void show() {
    ImageryPictures now = pictures;
    if (now != null) {
      BandView bands = display.bandsProperty().get();
      BandView others =
          bands == BandView.TRUE_COLOUR ? BandView.COLOUR_INFRARED : BandView.TRUE_COLOUR;
      layer.setSource(new PictureSource(now, bands, display.stretchProperty().get()));
      lens.setSource(new PictureSource(now, others, display.stretchProperty().get()));
    }
  }

  @Override
  public void close() {
    if (pictures != null) {
      pictures.close();
    }
  }
}
