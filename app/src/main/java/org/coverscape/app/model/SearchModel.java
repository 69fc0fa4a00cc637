package org.coverscape.app.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Stoppable;
import org.coverscape.engine.catalogue.CatalogueSearch;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.stac.SearchProgress;
import org.jspecify.annotations.Nullable;

/**
 * The search for imagery of the region in catalogues, and for single images by their addresses.
 * What is found joins the project's imagery. Used on the screen's thread; one search at a time is
 * under way in the background, and can be stopped.
 */
public final class SearchModel {
  private final ImageryModel imagery;
  private final Supplier<Optional<Region>> region;
  private final OnlineImagery online;
  private final Background background;
  private final ObjectProperty<SearchPlace> place =
      new SimpleObjectProperty<>(this, "place", SearchPlace.PLANETARY_COMPUTER);
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ObjectProperty<@Nullable Integer> year =
      new SimpleObjectProperty<>(this, "year", null);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
  private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private Consumer<List<ImageryTile>> onImage = images -> {};
  private @Nullable Stoppable<OnlineImagery.Answer> search;

  /**
   * Nothing is looked for yet.
   *
   * @param imagery takes what is found
   * @param region the present region
   * @param background does what waits for the network
   */
  public SearchModel(
      ImageryModel imagery,
      Supplier<Optional<Region>> region,
      OnlineImagery online,
      Background background) {
    this.imagery = imagery;
    this.region = region;
    this.online = online;
    this.background = background;
  }

  /** Where is looked. */
  public ObjectProperty<SearchPlace> placeProperty() {
    return place;
  }

  /** What was typed: the address of a catalogue or an image, or the name of a folder. */
  public StringProperty addressProperty() {
    return address;
  }

  /** The year of the imagery that is wanted; null for all, of which the latest is used. */
  public ObjectProperty<@Nullable Integer> yearProperty() {
    return year;
  }

  /** Whether a search is under way; what it came to is known when it ends. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How far the search is; empty while there is none. */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What the last search found, or that it was stopped; empty where it failed. */
  public ReadOnlyStringProperty resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Why the last search found nothing, or not all; empty where nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Takes an image that was added by its address. */
  public void setOnImage(Consumer<List<ImageryTile>> action) {
    onImage = action;
  }

  /** Begins to look, unless something is looked for already. */
  public void search() {
    if (running.get()) {
      return;
    }
    told("", "");
    if (!place.get().isCatalogue()) {
      lookForImage();
    } else if (region.get().isEmpty()) {
      told("", "Draw a region first, or open one; imagery is looked for there.");
    } else {
      lookFor(region.get().get());
    }
  }

  private void lookForImage() {
    String typed = address.get();
    begin(
        "Reading what the image is …",
        new Stoppable<>(() -> online.image(SearchPlace.image(typed))),
        answer -> onImage.accept(answer.images()));
  }

  private void lookFor(Region ground) {
    SearchPlace where = place.get();
    String typed = address.get();
    List<Integer> years = Optional.ofNullable(year.get()).map(List::of).orElseGet(List::of);
    boolean anyGsd = imagery.coarseAllowedProperty().get();
    Ticker ticker = new Ticker();
    Stoppable<OnlineImagery.Answer> work =
        new Stoppable<>(
            () ->
                online.search(
                    new CatalogueSearch.Question(where.source(typed), ground, years, anyGsd),
                    ticker));
    ticker.work = work;
    begin("Asking the catalogue …", work, answer -> {});
  }

  private void begin(
      String doing,
      Stoppable<OnlineImagery.Answer> work,
      Consumer<OnlineImagery.Answer> whenJoined) {
    search = work;
    running.set(true);
    progress.set(doing);
    background.run(
        work,
        answer -> {
          if (search == work) {
            take(answer, whenJoined);
            end();
          }
        },
        sentence -> {
          if (search == work) {
            told("", sentence);
            end();
          }
        });
  }

  private void take(OnlineImagery.Answer answer, Consumer<OnlineImagery.Answer> whenJoined) {
    told(answer.good() ? answer.sentence() : "", answer.good() ? "" : answer.sentence());
    if (!answer.images().isEmpty()) {
      imagery.join(answer.images(), () -> whenJoined.accept(answer));
    }
  }

  /** Stops the search; what it found so far is not used. */
  public void cancel() {
    stop("The search was stopped; nothing was added.");
  }

  private void stop(String sentence) {
    Stoppable<OnlineImagery.Answer> work = search;
    if (work != null) {
      work.stop();
      told(sentence, "");
      end();
    }
  }

  /** Forgets the search and what came of it, before another project comes. */
  void reset() {
    stop("");
    told("", "");
  }

  private void end() {
    search = null;
    running.set(false);
    progress.set("");
  }

  private void told(String good, String bad) {
    result.set(good);
    problem.set(bad);
  }

  /** Carries progress to the screen, no faster than the screen takes it. */
  private final class Ticker implements SearchProgress {
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile String now = "";
    private volatile @Nullable Stoppable<OnlineImagery.Answer> work;

    @Override
    public void at(int pages, int images) {
      now = SearchNews.progress(pages, images);
      if (waiting.compareAndSet(false, true)) {
        background.onScreen(
            () -> {
              waiting.set(false);
              if (running.get() && search == work) {
                progress.set(now);
              }
            });
      }
    }
  }
}
