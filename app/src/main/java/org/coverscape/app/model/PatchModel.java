package org.coverscape.app.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.coverscape.app.run.MapRoom;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.analysis.LeastConfident;
import org.coverscape.engine.analysis.UnsurePatch;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.jspecify.annotations.Nullable;

/**
 * Steps through the patches of the job on the map whose class is least sure. Used on the screen's
 * thread.
 */
public final class PatchModel {
  /**
   * A patch to be looked at.
   *
   * @param box the rectangle of the map that holds it
   * @param within a place in one of its cells
   * @param text its place in the list, class and confidence
   */
  public record Patch(MapBox box, MapPoint within, String text) {}

  private final RunModel run;
  private final Latest finding;
  private final Notices notices;
  private final Consumer<Patch> show;
  private List<Patch> patches = List.of();
  private @Nullable Path found;
  private long foundAt;
  private int at = -1;

  /**
   * Steps through a run's job.
   *
   * @param show takes the patch that is stepped to
   */
  public PatchModel(RunModel run, Background background, Notices notices, Consumer<Patch> show) {
    this.run = run;
    this.notices = notices;
    this.show = show;
    finding = new Latest(background);
  }

  /** Goes on by one patch (1), or back by one (-1); the list begins anew at its end. */
  public void step(int by) {
    OpenJob job = run.job().orElse(null);
    if (job == null) {
      return;
    }
    long ended = run.progressProperty().get().ended();
    if (job.folder().equals(found) && ended == foundAt) {
      go(by);
      return;
    }
    finding.ask(
        () -> find(job),
        list -> {
          patches = list;
          found = job.folder();
          foundAt = ended;
          at = by > 0 ? -1 : 0;
          go(by);
        },
        notices::warn);
  }

  private void go(int by) {
    if (patches.isEmpty()) {
      notices.say("There is no classified ground to step through yet.");
      return;
    }
    at = Math.floorMod(at + by, patches.size());
    show.accept(patches.get(at));
  }

  private static List<Patch> find(OpenJob job) {
    try (JobJournal journal = JobJournal.open(job.journal())) {
      List<UnsurePatch> unsure = LeastConfident.of(MapRoom.read(journal));
      return java.util.stream.IntStream.range(0, unsure.size())
          .mapToObj(i -> patch(job, unsure.get(i), i + 1, unsure.size()))
          .toList();
    }
  }

  private static MapPoint within(OpenJob job, List<ChipIndex> cells) {
    ChipIndex middle = cells.get(cells.size() / 2);
    // not of its support, which shares its middle with other cells where a chip has many
    return job.grid().box(job.grid().grid().cell(middle.row(), middle.col())).centre();
  }

  private static Patch patch(OpenJob job, UnsurePatch patch, int number, int of) {
    return new Patch(
        job.grid().box(patch.extent()),
        within(job, patch.cells()),
        String.format(
            Locale.ROOT,
            "Least confident patch %d of %d: %s, %.0f %% sure, %s.",
            number,
            of,
            patch.landCover().label(),
            patch.confidence(),
            Figures.count(patch.cells().size(), "cell")));
  }
}
