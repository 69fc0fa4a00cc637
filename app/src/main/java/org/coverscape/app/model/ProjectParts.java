package org.coverscape.app.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import org.coverscape.app.overlay.OverlayView;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.picture.Stretch;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectJob;
import org.coverscape.engine.project.ProjectRegion;
import org.coverscape.engine.project.ProjectView;
import org.coverscape.map.MapBox;
import org.jspecify.annotations.Nullable;

/**
 * What of the window belongs to a project: gathers it from the view models to be saved, and gives
 * it back to them. Used on the screen's thread.
 *
 * @param region the region
 * @param imagery the imagery
 * @param search the search for imagery online
 * @param services the services
 * @param colours the colours
 * @param overlay how the land cover is shown
 * @param display how the imagery is shown
 * @param layers the layers
 * @param camera what the map shows
 * @param show shows a rectangle of the map
 */
public record ProjectParts(
    RegionModel region,
    ImageryModel imagery,
    SearchModel search,
    ServicesModel services,
    ColourModel colours,
    OverlayModel overlay,
    DisplayModel display,
    LayersModel layers,
    ObjectProperty<Optional<ProjectView>> camera,
    Consumer<MapBox> show) {
  private static final String YEAR = "year";
  private static final String COARSE = "imagery.coarse";
  private static final String CELLS = "cells";
  private static final String VIEW = "overlay.view";
  private static final String THRESHOLD = "overlay.threshold";
  private static final String OPACITY = "overlay.opacity";
  private static final String BANDS = "imagery.bands";
  private static final String STRETCH = "imagery.stretch";
  private static final String UNNAMED = "Region";

  /** Everything as it is now. */
  Project gather(String name, List<ProjectJob> jobs, List<ProjectRegion> otherRegions) {
    List<ProjectRegion> regions = new ArrayList<>();
    String called = region.nameProperty().get();
    region
        .kept()
        .ifPresent(r -> regions.add(new ProjectRegion(called.isEmpty() ? UNNAMED : called, r)));
    regions.addAll(otherRegions);
    return new Project(
        name,
        regions,
        jobs,
        List.copyOf(imagery.paths()),
        imagery.found(),
        layers.saved(),
        colours.saved(),
        camera.get(),
        services.named(),
        settings());
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    imagery.year().ifPresent(year -> settings.put(YEAR, Integer.toString(year)));
    settings.put(COARSE, Boolean.toString(imagery.coarseAllowedProperty().get()));
    settings.put(CELLS, services.cellsProperty().get().name());
    settings.put(VIEW, overlay.viewProperty().get().name());
    settings.put(THRESHOLD, Integer.toString(overlay.thresholdProperty().get()));
    settings.put(OPACITY, Double.toString(overlay.opacityProperty().get()));
    settings.put(BANDS, display.bandsProperty().get().name());
    settings.put(STRETCH, display.stretchProperty().get().name());
    return settings;
  }

  /**
   * Shows another project instead.
   *
   * @param ready called when its region and its imagery are known
   */
  void restore(Project project, Runnable ready) {
    search.reset();
    imagery.clear();
    region.reset();
    colours.restore(project.colours());
    services.replace(project.services());
    layers.restore(project.layers());
    restore(project.settings());
    camera.set(project.view());
    Runnable withImagery = () -> imagery.restore(project, ready);
    if (project.regions().isEmpty()) {
      withImagery.run();
    } else {
      restore(project.regions().get(0), project.view().isEmpty(), withImagery);
    }
  }

  private void restore(ProjectRegion kept, boolean shown, Runnable then) {
    region.use(
        kept.region(),
        kept.name().equals(UNNAMED) ? "" : kept.name(),
        box -> {
          region.pad().forget();
          if (shown) {
            show.accept(box);
          }
        },
        then);
  }

  private void restore(Map<String, String> settings) {
    String year = settings.getOrDefault(YEAR, "");
    imagery.yearProperty().set(year.matches("\\d{4}") ? Integer.valueOf(year) : null);
    imagery.coarseAllowedProperty().set(Boolean.parseBoolean(settings.get(COARSE)));
    services.cellsProperty().set(choice(CellSize.values(), settings.get(CELLS)));
    overlay.viewProperty().set(choice(OverlayView.values(), settings.get(VIEW)));
    overlay.thresholdProperty().set((int) number(settings.get(THRESHOLD), 0, 100, 0));
    overlay.opacityProperty().set(number(settings.get(OPACITY), 0, 1, 0.65));
    display.bandsProperty().set(choice(BandView.values(), settings.get(BANDS)));
    display.stretchProperty().set(choice(Stretch.values(), settings.get(STRETCH)));
  }

  /** The value with a name, or the first one where there is none with it. */
  private static <E extends Enum<E>> E choice(E[] values, @Nullable String name) {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return values[0];
  }

  private static double number(@Nullable String text, double least, double most, double otherwise) {
    if (text == null || !text.matches("\\d{1,3}(\\.\\d{1,20})?")) {
      return otherwise;
    }
    return Math.max(least, Math.min(most, Double.parseDouble(text)));
  }

  /** A job of the project, as it stands now. */
  static ProjectJob job(OpenJob open, Instant created, JobState state) {
    return new ProjectJob(
        open.folder(), open.folder().getFileName().toString(), created, state.label());
  }
}
