package org.coverscape.engine.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.landcover.Crosswalk;

/**
 * Labels from a reference raster such as NLCD: a cell is of a class when the codes at its nine
 * points are all of that class by the crosswalk, as in 2018.
 */
public final class ReferenceLabels implements CellLabels {
  private final String name;
  private final ReferencePoints points;
  private final Crosswalk crosswalk;
  private final TreeSet<Integer> unknown = new TreeSet<>();

  private ReferenceLabels(String name, ReferencePoints points, Crosswalk crosswalk) {
    this.name = name;
    this.points = points;
    this.crosswalk = crosswalk;
  }

  /**
   * Opens a raster.
   *
   * @throws IOException with one plain sentence when it is no raster of classes
   */
  public static ReferenceLabels open(Path file, Crosswalk crosswalk) throws IOException {
    return new ReferenceLabels(
        String.valueOf(file.getFileName()),
        new ReferencePoints(ReferenceRaster.openNamed(file)),
        crosswalk);
  }

  @Override
  public List<CellLabel> of(ChipGrid grid, List<RegionCell> cells) throws IOException {
    double[] xy = new double[2 * NinePoints.COUNT * cells.size()];
    for (int i = 0; i < cells.size(); i++) {
      RegionCell cell = cells.get(i);
      NinePoints.of(grid, cell.row(), cell.col(), xy, i * NinePoints.COUNT);
    }
    int[] codes = points.codes(grid.zone(), xy);
    List<CellLabel> labels = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      List<Integer> nine = new ArrayList<>();
      for (int p = 0; p < NinePoints.COUNT; p++) {
        nine.add(codes[i * NinePoints.COUNT + p]);
      }
      labels.add(label(nine));
    }
    return labels;
  }

  private CellLabel label(List<Integer> codes) {
    CellLabel.State state = CellLabel.State.AGREED;
    int target = -1;
    for (int code : codes) {
      if (code == ReferencePoints.NOTHING || crosswalk.isFill(code)) {
        return CellLabel.of(CellLabel.State.SILENT, codes);
      }
      if (!crosswalk.knows(code)) {
        unknown.add(code);
        state = CellLabel.State.UNKNOWN;
        continue;
      }
      int shown = Targets.of(crosswalk.of(code));
      if (target >= 0 && shown != target && state == CellLabel.State.AGREED) {
        state = CellLabel.State.MIXED;
      }
      target = shown;
    }
    return state == CellLabel.State.AGREED
        ? new CellLabel(state, target, codes)
        : CellLabel.of(state, codes);
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("labels", name);
    facts.put(
        "crosswalk",
        crosswalk.toCsv().replaceFirst("^code,class\n", "").replace("\n", " ").strip());
    return facts;
  }

  @Override
  public List<String> unknown() {
    return unknown.stream().map(String::valueOf).toList();
  }

  @Override
  public void close() throws IOException {
    points.close();
  }
}
