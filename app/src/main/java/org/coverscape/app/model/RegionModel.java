package org.coverscape.app.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.coverscape.app.geo.MapPlace;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.analysis.GeodesicArea;
import org.coverscape.engine.region.Region;
import org.coverscape.map.MapBox;
import org.coverscape.map.draw.Sketch;
import org.coverscape.map.draw.SketchPad;
import org.jspecify.annotations.Nullable;

/**
 * The region: what is drawn on the map, as ground with an area. Used on the screen's thread;
 * geometry is worked out in the background.
 *
 * <p>A region that was opened from a file stays exactly as it is there until it is edited.
 */
public final class RegionModel {
  /** A region and its geodesic area in square metres. */
  private record Measured(Region region, double squareMetres) {}

  private final SketchPad pad;
  private final Latest shaping;
  private final Latest measuring;
  private final ReadOnlyObjectWrapper<@Nullable Region> region =
      new ReadOnlyObjectWrapper<>(this, "region", null);
  private final ReadOnlyObjectWrapper<@Nullable Double> squareMetres =
      new ReadOnlyObjectWrapper<>(this, "squareMetres", null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper(this, "name", "");
  private final ReadOnlyBooleanWrapper settling =
      new ReadOnlyBooleanWrapper(this, "settling", false);
  private @Nullable Taken opened;
  private Optional<Region> lastGood = Optional.empty();
  private @Nullable Double settled;

  /** The region of what is drawn on a pad. */
  public RegionModel(SketchPad pad, Background background) {
    this.pad = pad;
    shaping = new Latest(background);
    measuring = Latest.following(background);
    pad.sketchProperty().addListener((o, was, is) -> drawn(is));
    pad.draftProperty().addListener((o, was, is) -> drafted(is));
  }

  /** The region; null when there is none, or what is drawn is no valid ground. */
  public ReadOnlyObjectProperty<@Nullable Region> regionProperty() {
    return region.getReadOnlyProperty();
  }

  /** The region. */
  public Optional<Region> region() {
    return Optional.ofNullable(region.get());
  }

  /** Geodesic area in square metres of the region, or of what is just being drawn. */
  public ReadOnlyObjectProperty<@Nullable Double> squareMetresProperty() {
    return squareMetres.getReadOnlyProperty();
  }

  /** One sentence why what is drawn is no region; empty when nothing is wrong. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What the region is called: the file or feature it came from, or empty. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Whether it is being worked out what ground is drawn: the region is that of before still. */
  public ReadOnlyBooleanProperty settlingProperty() {
    return settling.getReadOnlyProperty();
  }

  /**
   * What a project keeps: the region, or the last one that was valid ground while what is drawn is
   * not.
   */
  Optional<Region> kept() {
    return region()
        .or(() -> pad.sketch().isEmpty() && !settling.get() ? Optional.empty() : lastGood);
  }

  /** What the region is drawn on. */
  public SketchPad pad() {
    return pad;
  }

  /**
   * Takes a region from elsewhere onto the pad; it can be undone.
   *
   * @param called what it is called
   * @param shown is handed the rectangle of the map that holds it
   */
  public void use(Region given, String called, Consumer<MapBox> shown) {
    use(given, called, shown, () -> {});
  }

  /**
   * The same.
   *
   * @param ended called when it is there, or cannot be
   */
  void use(Region given, String called, Consumer<MapBox> shown, Runnable ended) {
    settling.set(true);
    lastGood = Optional.of(given);
    shaping.ask(
        () -> new Taken(called, MapPlace.sketch(given), MapPlace.box(given), measured(given)),
        taken -> {
          opened = taken;
          pad.replace(taken.sketch());
          show(taken);
          shown.accept(taken.box());
          ended.run();
        },
        sentence -> {
          settling.set(false);
          problem.set(sentence);
          ended.run();
        });
  }

  /** A region from elsewhere: as it is there, and as it is drawn. */
  private record Taken(String name, Sketch sketch, MapBox box, Measured measured) {}

  private void show(Taken taken) {
    name.set(taken.name());
    set(taken.measured());
  }

  /** Takes the region away; it can be undone. */
  public void clear() {
    shaping.cancel();
    settling.set(false);
    pad.clear();
  }

  /** Takes the region away for good, before another project comes. */
  void reset() {
    clear();
    pad.forget();
    opened = null;
    lastGood = Optional.empty();
    name.set("");
    none("");
  }

  private void drawn(Sketch sketch) {
    Taken known = opened;
    if (known != null && sketch.equals(known.sketch())) {
      // it is drawn as the file has it, perhaps again after an undo
      shaping.cancel();
      show(known);
      return;
    }
    name.set("");
    if (sketch.isEmpty()) {
      shaping.cancel();
      none("");
      return;
    }
    settling.set(true);
    shaping.ask(() -> measured(MapPlace.region(sketch)), this::set, this::none);
  }

  /** The area follows the hand; half an outline need not be ground yet, and then has none. */
  private void drafted(Sketch draft) {
    if (draft.equals(pad.sketch())) {
      measuring.cancel();
      squareMetres.set(settled);
    } else if (!draft.isEmpty()) {
      measuring.ask(
          () -> measured(MapPlace.region(draft)).squareMetres(),
          squareMetres::set,
          sentence -> squareMetres.set(null));
    }
  }

  private static Measured measured(Region ground) {
    return new Measured(ground, GeodesicArea.in(ground.crs()).of(ground.geometry()));
  }

  private void set(Measured measured) {
    problem.set("");
    settled = measured.squareMetres();
    squareMetres.set(settled);
    lastGood = Optional.of(measured.region());
    region.set(measured.region());
    settling.set(false);
  }

  private void none(String sentence) {
    settled = null;
    squareMetres.set(null);
    problem.set(sentence);
    region.set(null);
    settling.set(false);
  }
}
