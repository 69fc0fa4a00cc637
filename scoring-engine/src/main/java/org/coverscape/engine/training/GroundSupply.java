package org.coverscape.engine.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.scoring.ScoringPlan;

/**
 * Chips of the ground's grid under imagery, with labels from elsewhere; cut exactly as they are for
 * scoring.
 */
public final class GroundSupply implements ChipSupply {
  private final List<ScoringPlan> plans;
  private final CellLabels labels;
  private final RasterReader.Opener imagery;
  private final List<TileShadow> shadows;
  private final LabelTally tally = new LabelTally();
  private final TreeSet<String> dates = new TreeSet<>();
  private final TreeSet<String> used = new TreeSet<>();

  /**
   * Ground of some plans, each with a zone of its own.
   *
   * @param labels closed by the caller
   */
  public GroundSupply(List<ScoringPlan> plans, CellLabels labels, RasterReader.Opener imagery) {
    this.plans = List.copyOf(plans);
    this.labels = labels;
    this.imagery = imagery;
    this.shadows = plans.stream().map(TileShadow::of).toList();
    for (ScoringPlan plan : plans) {
      for (ImageryTile tile : plan.tiles()) {
        used.add(tile.id());
        tile.date().ifPresent(date -> dates.add(date.toString()));
      }
    }
  }

  @Override
  public long size() {
    return plans.stream().mapToLong(plan -> plan.cover().count()).sum();
  }

  @Override
  public void candidates(Consumer<LabelledChip> each, Runnable step)
      throws IOException, InterruptedException {
    for (ScoringPlan plan : plans) {
      for (CoverBlock block : plan.cover()) {
        for (List<RegionCell> row : CellRows.of(block)) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          name(plan, row, each);
          row.forEach(cell -> step.run());
        }
      }
    }
  }

  private void name(ScoringPlan plan, List<RegionCell> row, Consumer<LabelledChip> each)
      throws IOException {
    List<CellLabel> found = labels.of(plan.grid(), row);
    for (int i = 0; i < row.size(); i++) {
      tally.add(found.get(i));
      if (found.get(i).state() == CellLabel.State.AGREED) {
        ChipIndex index = plan.grid().index(row.get(i).row(), row.get(i).col());
        Place place = new Place(index.zone().toString(), index.row(), index.col());
        each.accept(new LabelledChip(index, found.get(i).target(), place));
      }
    }
  }

  @Override
  public String fingerprint(LabelledChip chip) {
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i).grid().zone().equals(chip.index().zone())) {
        return chip.index()
            + " "
            + plans.get(i).grid().gsd()
            + " "
            + shadows.get(i).over(chip.index().row(), chip.index().col());
      }
    }
    throw new IllegalArgumentException("no ground of " + chip);
  }

  @Override
  public void supply(Collection<LabelledChip> wanted, Sink sink) throws InterruptedException {
    Map<ChipIndex, LabelledChip> missing = new HashMap<>();
    wanted.forEach(chip -> missing.put(chip.index(), chip));
    for (ScoringPlan plan : plans) {
      if (wanted.stream().anyMatch(c -> c.index().zone().equals(plan.grid().zone()))) {
        cut(plan, missing, sink);
      }
    }
  }

  private void cut(ScoringPlan plan, Map<ChipIndex, LabelledChip> missing, Sink sink)
      throws InterruptedException {
    try (ChipCutter cutter = new ChipCutter(plan.tiles(), plan.grid(), imagery)) {
      ChipCutter.ChipSink relay = new CutSink(missing, sink);
      for (CoverBlock block : plan.cover()) {
        List<RegionCell> cells =
            block.cells().stream()
                .filter(c -> missing.containsKey(plan.grid().index(c.row(), c.col())))
                .toList();
        if (!cells.isEmpty()) {
          cutter.cut(new CoverBlock(cells), relay);
        }
      }
    }
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> facts = new TreeMap<>(labels.provenance());
    List<String> names = new ArrayList<>(used);
    facts.put(
        "imagery",
        String.join(", ", names.subList(0, Math.min(20, names.size())))
            + (names.size() > 20 ? " and " + (names.size() - 20) + " more" : ""));
    if (!dates.isEmpty()) {
      boolean one = dates.first().equals(dates.last());
      facts.put("imagery_dates", dates.first() + (one ? "" : " to " + dates.last()));
    }
    return facts;
  }

  @Override
  public List<String> notes() {
    return tally.notes(labels.unknown());
  }

  @Override
  public String whyNone() {
    return tally.whyNone(labels.unknown());
  }
}
