package org.coverscape.app.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.coverscape.app.run.Progress;
import org.coverscape.engine.analysis.LiveAreas;
import org.jspecify.annotations.Nullable;

/** The job on the map, its ground by now and how far it is. Used on the screen's thread. */
final class ShownJob {
  private final ReadOnlyObjectWrapper<@Nullable OpenJob> job =
      new ReadOnlyObjectWrapper<>(this, "job", null);
  private final ReadOnlyObjectWrapper<LiveAreas.@Nullable Snapshot> areas =
      new ReadOnlyObjectWrapper<>(this, "areas", null);
  private final ReadOnlyObjectWrapper<Progress> progress =
      new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);

  /** The job; null where there is none. */
  ReadOnlyObjectProperty<@Nullable OpenJob> jobProperty() {
    return job.getReadOnlyProperty();
  }

  @Nullable OpenJob job() {
    return job.get();
  }

  /** Its ground by now; null before the first chip. */
  ReadOnlyObjectProperty<LiveAreas.@Nullable Snapshot> areasProperty() {
    return areas.getReadOnlyProperty();
  }

  /** How far it is. */
  ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  Progress progress() {
    return progress.get();
  }

  /** A job that begins: nothing of it is known yet. */
  void begins(OpenJob begun) {
    job.set(begun);
  }

  void progressed(Progress now) {
    progress.set(now);
  }

  void measured(LiveAreas.Snapshot ground) {
    areas.set(ground);
  }

  /** Shows a job, or none. */
  void show(@Nullable OpenJob shown, LiveAreas.@Nullable Snapshot ground, Progress done) {
    job.set(shown);
    areas.set(ground);
    progress.set(done);
  }

  /** Shows none. */
  void clear() {
    show(null, null, Progress.NONE);
  }

  /** Shows none until a job begins; what is answered puts this one back, where none does. */
  Runnable giveWay() {
    OpenJob shown = job.get();
    LiveAreas.Snapshot ground = areas.get();
    Progress done = progress.get();
    clear();
    return () -> show(shown, ground, done);
  }
}
