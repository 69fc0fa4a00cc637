package org.coverscape.app.model;

import java.util.Optional;
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
  private @Nullable Sketch opened;
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
  public void use(Region given, String called, java.util.function.Consumer<MapBox> shown) {
    shaping.ask(
        () -> {
          Sketch sketch = MapPlace.sketch(given);
          return new Taken(sketch, MapPlace.box(given), measured(given));
        },
        taken -> {
          opened = taken.sketch();
          pad.replace(taken.sketch());
          name.set(called);
          set(taken.measured());
          shown.accept(taken.box());
        },
        problem::set);
  }

  private record Taken(Sketch sketch, MapBox box, Measured measured) {}

  /** Takes the region away; it can be undone. */
  public void clear() {
    shaping.cancel();
    pad.clear();
  }

  /** Takes the region away for good, before another project comes. */
  void reset() {
    clear();
    pad.forget();
    opened = null;
    name.set("");
    none("");
  }

  private void drawn(Sketch sketch) {
    if (sketch.equals(opened)) {
      // that is how the file has it; use() tells what it is
      return;
    }
    opened = null;
    name.set("");
    if (sketch.isEmpty()) {
      shaping.cancel();
      none("");
      return;
    }
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
    region.set(measured.region());
  }

  private void none(String sentence) {
    settled = null;
    squareMetres.set(null);
    problem.set(sentence);
    region.set(null);
  }
}
