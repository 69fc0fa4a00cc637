package org.coverscape.engine.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.scoring.ScoringPlan;

/**
 * The dataset step of 2018: every chip of a region as a file, with its class where a reference
 * agrees on one. Streams: memory does not depend on the region. Used once, on one thread.
 */
public final class ChipDataset {
  private final ScoringPlan plan;
  private final Optional<CellLabels> reference;
  private final boolean agreeingOnly;
  private final LabelTally tally = new LabelTally();
  private final Map<String, Long> folders = new TreeMap<>();
  private final Map<UnscoredReason, Long> missing = new TreeMap<>();

  /**
   * The chips of a plan.
   *
   * @param reference labels of the ground, closed by the caller; empty where there are none
   * @param agreeingOnly whether to leave out chips that are not of one class
   */
  public ChipDataset(ScoringPlan plan, Optional<CellLabels> reference, boolean agreeingOnly) {
    this.plan = plan;
    this.reference = reference;
    this.agreeingOnly = agreeingOnly;
  }

  /**
   * Writes the chips.
   *
   * @param step called after each cell of the region
   * @throws IOException with one plain sentence when a file cannot be written or the reference read
   * @throws InterruptedException when the thread is interrupted
   */
  public void write(RasterReader.Opener imagery, ChipFiles files, Runnable step)
      throws IOException, InterruptedException {
    try (ChipCutter cutter = new ChipCutter(plan.tiles(), plan.grid(), imagery)) {
      for (CoverBlock block : plan.cover()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        Map<ChipIndex, CellLabel> labels = labels(block);
        List<RegionCell> wanted = wanted(block, labels);
        for (int i = wanted.size(); i < block.cells().size(); i++) {
          step.run();
        }
        if (!wanted.isEmpty()) {
          cutter.cut(new CoverBlock(wanted), new Writing(files, labels, step));
        }
      }
    } catch (UncheckedIOException e) {
      throw Optional.<IOException>ofNullable(e.getCause()).orElseGet(() -> new IOException(e));
    }
  }

  private Map<ChipIndex, CellLabel> labels(CoverBlock block) throws IOException {
    Map<ChipIndex, CellLabel> found = new HashMap<>();
    if (reference.isPresent()) {
      for (List<RegionCell> row : CellRows.of(block)) {
        List<CellLabel> labels = reference.get().of(plan.grid(), row);
        for (int i = 0; i < row.size(); i++) {
          tally.add(labels.get(i));
          found.put(index(row.get(i)), labels.get(i));
        }
      }
    }
    return found;
  }

  private List<RegionCell> wanted(CoverBlock block, Map<ChipIndex, CellLabel> labels) {
    List<RegionCell> wanted = new ArrayList<>();
    for (RegionCell cell : block.cells()) {
      CellLabel label = labels.get(index(cell));
      if (!agreeingOnly || (label != null && label.state() == CellLabel.State.AGREED)) {
        wanted.add(cell);
      }
    }
    return wanted;
  }

  private ChipIndex index(RegionCell cell) {
    return plan.grid().index(cell.row(), cell.col());
  }

  /** How many chips were written, by folder. */
  public Map<String, Long> folders() {
    return Map.copyOf(folders);
  }

  /** How many cells gave no chip, by reason. */
  public Map<UnscoredReason, Long> missing() {
    return Map.copyOf(missing);
  }

  /** What a person should know of the labels, in sentences. */
  public List<String> notes() {
    return reference.map(labels -> tally.notes(labels.unknown())).orElse(List.of());
  }

  private final class Writing implements ChipCutter.ChipSink {
    private final ChipFiles files;
    private final Map<ChipIndex, CellLabel> labels;
    private final Runnable step;

    Writing(ChipFiles files, Map<ChipIndex, CellLabel> labels, Runnable step) {
      this.files = files;
      this.labels = labels;
      this.step = step;
    }

    @Override
    public void chip(Chip chip) {
      Optional<CellLabel> label = Optional.ofNullable(labels.get(chip.index()));
      try {
        folders.merge(files.write(chip, label), 1L, Long::sum);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      step.run();
    }

    @Override
    public void unscored(ChipOutcome.Unscored outcome) {
      missing.merge(outcome.reason(), 1L, Long::sum);
      step.run();
    }
  }
}
