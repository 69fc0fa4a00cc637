package org.coverscape.app.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.Coverage;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.JobHeader;
import org.jspecify.annotations.Nullable;

/**
 * How the imagery covers the region, and what a run of the chosen year would do. Used on the
 * screen's thread; geometry is worked out in the background.
 */
final class PlanModel {
  /** What is known of a region's imagery. */
  private record Found(
      List<Integer> years, Coverage coverage, @Nullable ScoringPlan plan, String refusal) {}

  private final TileCatalog catalog;
  private final Latest planning;
  private final ObservableList<Integer> years = FXCollections.observableArrayList();
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
  private @Nullable Region region;

  /** No region yet; the catalogue is looked into in the background. */
  PlanModel(TileCatalog catalog, Background background) {
    this.catalog = catalog;
    planning = new Latest(background);
    year.addListener((o, was, is) -> plan());
    coarseAllowed.addListener((o, was, is) -> plan());
  }

  ObservableList<Integer> years() {
    return years;
  }

  ObjectProperty<@Nullable Integer> yearProperty() {
    return year;
  }

  BooleanProperty coarseAllowedProperty() {
    return coarseAllowed;
  }

  ReadOnlyObjectWrapper<@Nullable Coverage> coverageProperty() {
    return coverage;
  }

  ReadOnlyObjectWrapper<@Nullable ScoringPlan> planProperty() {
    return plan;
  }

  ReadOnlyObjectWrapper<String> refusalProperty() {
    return refusal;
  }

  OptionalInt year() {
    return Optional.ofNullable(year.get()).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** Looks at another region; null for none. */
  void cover(@Nullable Region ground) {
    region = ground;
    plan();
  }

  /** Forgets region and year. */
  void clear() {
    region = null;
    year.set(null);
    plan();
  }

  /** The same for a job that was begun earlier; not for the screen's thread. */
  ScoringPlan planOf(JobHeader job) {
    return ScoringPlan.of(
        job.region(),
        catalog,
        new PlanOptions(
            Optional.of(job.grid().zone()),
            job.year(),
            job.grid().stride(),
            job.grid().gsd(),
            job.anyGsd(),
            job.cells()));
  }

  /** Works it out anew: the imagery is another. */
  void plan() {
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
}
