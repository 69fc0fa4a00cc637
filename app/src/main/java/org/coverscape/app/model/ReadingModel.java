package org.coverscape.app.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.picture.ChipPicture;
import org.coverscape.engine.store.ChipRecord;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.map.MapPoint;
import org.jspecify.annotations.Nullable;

/**
 * Reads the map: what lies under the mouse, and one chip looked at closely. Used on the screen's
 * thread; coordinates, journal and pixels are dealt with in the background.
 */
public final class ReadingModel {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** A cell of the grid. */
  private record Cell(int row, int col) {}

  private final RunModel run;
  private final ImageryModel imagery;
  private final Notices notices;
  private final Latest hovering;
  private final Latest inspecting;
  private volatile @Nullable Hovered lastHover;
  private Supplier<List<ClassFile>> classes = List::of;
  private final ReadOnlyObjectWrapper<@Nullable HoverText> hover =
      new ReadOnlyObjectWrapper<>(this, "hover", null);
  private final ReadOnlyObjectWrapper<@Nullable Inspection> inspection =
      new ReadOnlyObjectWrapper<>(this, "inspection", null);

  /** Reads the job of a run. */
  public ReadingModel(RunModel run, ImageryModel imagery, Background background, Notices notices) {
    this.run = run;
    this.imagery = imagery;
    this.notices = notices;
    hovering = Latest.following(background);
    inspecting = new Latest(background);
  }

  /** What is known of the ground under the mouse; null where that is nothing. */
  public ReadOnlyObjectProperty<@Nullable HoverText> hoverProperty() {
    return hover.getReadOnlyProperty();
  }

  /** The chip that is looked at; null for none. */
  public ReadOnlyObjectProperty<@Nullable Inspection> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  /** Sets what names the layers of classes that are seen, the uppermost first. */
  public void setClasses(Supplier<List<ClassFile>> shown) {
    classes = shown;
  }

  /** The mouse is over some ground; null when it has left the map. */
  public void hover(@Nullable MapPoint ground) {
    OpenJob job = run.job().orElse(null);
    List<ClassFile> layers = classes.get();
    if (ground == null || job == null && layers.isEmpty()) {
      hovering.cancel();
      hover.set(null);
      return;
    }
    hovering.ask(
        () -> text(job, layers, ground),
        found -> hover.set(found.orElse(null)),
        sentence -> hover.set(null));
  }

  private Optional<HoverText> text(@Nullable OpenJob job, List<ClassFile> layers, MapPoint ground)
      throws InterruptedException {
    Optional<HoverText> landCover = Optional.empty();
    if (job != null) {
      Hovered found = hovered(job, ground);
      lastHover = found;
      landCover = found.text();
    }
    List<HoverText.Told> told = new ArrayList<>();
    for (ClassFile layer : layers) {
      layer.at(ground).ifPresent(text -> told.add(new HoverText.Told(text, layer.name())));
    }
    return landCover.isEmpty() && told.isEmpty()
        ? Optional.empty()
        : Optional.of(landCover.orElse(new HoverText("", "", List.of())).with(told));
  }

  /** What was last told, and of which cell of which job with which answer. */
  private record Hovered(OpenJob job, Optional<Cell> cell, int state, Optional<HoverText> text) {}

  /** The journal is not asked again while the mouse stays over one cell. */
  private Hovered hovered(OpenJob job, MapPoint ground) {
    Optional<Cell> cell = cell(job, ground);
    int state = cell.map(c -> job.cells().label(c.row(), c.col()).hashCode()).orElse(0);
    Hovered last = lastHover;
    if (last != null
        && last.job().folder().equals(job.folder())
        && last.cell().equals(cell)
        && last.state() == state) {
      return last;
    }
    return new Hovered(job, cell, state, cell.flatMap(c -> text(job, c)));
  }

  /** The cell on some ground; empty where the grid's projection does not reach. */
  private static Optional<Cell> cell(OpenJob job, MapPoint ground) {
    double[] colRow = {ground.x(), ground.y()};
    job.grid().toCells(colRow, 1);
    return Double.isFinite(colRow[0]) && Double.isFinite(colRow[1])
        ? Optional.of(new Cell((int) Math.floor(colRow[1]), (int) Math.floor(colRow[0])))
        : Optional.empty();
  }

  private static Optional<HoverText> text(OpenJob job, Cell cell) {
    Optional<String> answer = answer(job.cells(), cell);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Optional<ChipRecord> record = record(job, cell);
    return Optional.of(
        new HoverText(answer.get(), record.map(ReadingModel::dates).orElse(""), List.of()));
  }

  private static Optional<String> answer(CellStore cells, Cell cell) {
    Optional<String> unscored =
        cells
            .reason(cell.row(), cell.col())
            .map(reason -> "not scored: " + LegendModel.words(reason));
    return unscored.or(
        () ->
            cells
                .label(cell.row(), cell.col())
                .map(
                    label ->
                        String.format(
                            Locale.ROOT,
                            "%s  %.2f",
                            label,
                            cells.confidence(cell.row(), cell.col()) / 100.0)));
  }

  private static String dates(ChipRecord record) {
    String dates =
        record.imagery().stream()
            .map(ImagerySource::date)
            .flatMap(Optional::stream)
            .distinct()
            .map(LocalDate::toString)
            .collect(Collectors.joining(", "));
    return dates.isEmpty() ? "imagery without a date" : "imagery " + dates;
  }

  private static Optional<ChipRecord> record(OpenJob job, Cell cell) {
    try (JobJournal journal = JobJournal.open(job.journal())) {
      ChipIndex chip = job.grid().grid().chipOf(cell.row(), cell.col());
      return journal.chip(chip.row(), chip.col());
    }
  }

  /**
   * Looks closely at the chip on some ground.
   *
   * @return whether there may be one
   */
  public boolean inspect(MapPoint ground) {
    OpenJob job = run.job().orElse(null);
    if (job == null) {
      return false;
    }
    List<ImageryTile> images = imagery.images();
    inspecting.ask(
        () -> inspection(job, ground, images),
        found -> inspection.set(found.orElse(null)),
        notices::warn);
    return true;
  }

  /** Looks at no chip any more. */
  public void close() {
    inspecting.cancel();
    inspection.set(null);
  }

  private Optional<Inspection> inspection(OpenJob job, MapPoint ground, List<ImageryTile> images)
      throws InterruptedException {
    Optional<Cell> cell = cell(job, ground);
    return cell.isEmpty() ? Optional.empty() : inspection(job, cell.get(), images);
  }

  private Optional<Inspection> inspection(OpenJob job, Cell cell, List<ImageryTile> images)
      throws InterruptedException {
    Optional<ChipRecord> found = record(job, cell);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ChipRecord record = found.get();
    Optional<Chip> chip = chip(job, cell, record, images);
    return Optional.of(
        new Inspection(
            title(job, cell, record.outcome()),
            record.outcome() instanceof ChipOutcome.Scored scored
                ? Optional.of(scored.scores())
                : Optional.empty(),
            details(job, cell, record, chip),
            chip.map(ChipPicture::picture),
            job.grid().support(cell.row(), cell.col())));
  }

  /** The pixels come from the same images as they did for the network, where all are there. */
  private Optional<Chip> chip(OpenJob job, Cell cell, ChipRecord record, List<ImageryTile> images)
      throws InterruptedException {
    List<String> ids = record.imagery().stream().map(ImagerySource::id).toList();
    List<ImageryTile> tiles = images.stream().filter(tile -> ids.contains(tile.id())).toList();
    if (tiles.isEmpty()) {
      return Optional.empty();
    }
    ChipGrid grid = job.grid().grid();
    ChipIndex chip = grid.chipOf(cell.row(), cell.col());
    return ChipPicture.of(tiles, imagery.access(), grid.chips(), chip.row(), chip.col());
  }

  /** Of a chip with many cells, the one that was pointed at. */
  private static String title(OpenJob job, Cell cell, ChipOutcome outcome) {
    return job.grid().grid().isDense()
        ? answer(job.cells(), cell).orElseGet(() -> title(outcome))
        : title(outcome);
  }

  private static String title(ChipOutcome outcome) {
    if (outcome instanceof ChipOutcome.Scored scored) {
      String label =
          scored.scores().best().map(c -> c.label()).orElse("unclassified: none of the six");
      return String.format(Locale.ROOT, "%s  %.2f", label, scored.scores().confidence() / 100.0);
    }
    return "not scored: " + LegendModel.words(((ChipOutcome.Unscored) outcome).reason());
  }

  private static List<Inspection.Detail> details(
      OpenJob job, Cell cell, ChipRecord record, Optional<Chip> chip) {
    List<Inspection.Detail> details = new ArrayList<>();
    if (record.outcome() instanceof ChipOutcome.Unscored unscored && !unscored.detail().isEmpty()) {
      details.add(new Inspection.Detail("Why", unscored.detail()));
    }
    for (ImagerySource source : record.imagery()) {
      String date = source.date().map(LocalDate::toString).orElse("no date");
      details.add(new Inspection.Detail("Tile", source.id() + " (" + date + ")"));
    }
    if (job.grid().grid().isDense() && record.outcome() instanceof ChipOutcome.Scored scored) {
      details.add(new Inspection.Detail("Whole chip", title(scored) + " (the scores above)"));
    }
    chip.ifPresent(
        c ->
            details.add(
                new Inspection.Detail(
                    "Imagery in chip", Figures.percent(100 * c.validFraction()))));
    record.service().ifPresent(s -> details.add(new Inspection.Detail("Service", s)));
    details.add(
        new Inspection.Detail(
            "Recorded", TIME.format(record.recorded().atZone(ZoneId.systemDefault()))));
    details.add(
        new Inspection.Detail(
            "Cell",
            "row "
                + cell.row()
                + ", column "
                + cell.col()
                + " of "
                + job.grid().grid().crs().name()));
    return details;
  }
}
