package org.coverscape.engine.assessment.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coverscape.engine.assessment.AgreementAssessor;
import org.coverscape.engine.assessment.CellCategory;
import org.coverscape.engine.landcover.MappedRegion;

/**
 * A stratified random sample of a map's cells, the strata being what the map says.
 *
 * <p>Cells without an answer are not part of it, so that figures hold for the answered ground only.
 *
 * @param seed what the draw began with
 * @param strata the strata, in the order of their categories
 * @param cells the cells, in an order that tells nothing of the map
 */
public record SampleDesign(long seed, List<Stratum> strata, List<SampledCell> cells) {
  /** Takes copies of the lists. */
  public SampleDesign {
    strata = List.copyOf(strata);
    cells = List.copyOf(cells);
  }

  /**
   * Draws a sample, walking the map's cells twice.
   *
   * @param count cells to draw, shared out as {@code Allocation} says
   * @param seed the same seed draws the same cells of the same map
   * @throws org.coverscape.engine.assessment.AssessmentException when the map has no answers, or
   *     the sample is too small
   */
  public static SampleDesign draw(MappedRegion map, int count, long seed) {
    AgreementAssessor.checkScored(map);
    MapStrata ground = MapStrata.of(map);
    List<Integer> mapped = ground.mapped();
    int[] sizes = ground.allocate(count);
    List<Stratum> strata = new ArrayList<>();
    Map<Integer, Draw> draws = new TreeMap<>();
    for (int i = 0; i < sizes.length; i++) {
      int category = mapped.get(i);
      strata.add(ground.stratum(category, sizes[i]));
      draws.put(category, new Draw(seed, sizes[i]));
    }
    ground.walk(
        (row, col, category, area) -> {
          Draw draw = draws.get(category);
          if (draw != null) {
            draw.offer(row, col, area);
          }
        });
    return new SampleDesign(seed, strata, numbered(draws));
  }

  /** Whether the sample is one of this map, so that it may be estimated from. */
  public boolean isOf(MappedRegion map) {
    boolean same =
        cells.stream().allMatch(c -> CellCategory.of(map.map(), c.row(), c.col()) == c.category());
    if (!same) {
      return false;
    }
    MapStrata ground = MapStrata.of(map);
    return ground.mapped().equals(strata.stream().map(Stratum::category).toList())
        && strata.stream().allMatch(s -> ground.stratum(s.category(), 1).cells() == s.cells());
  }

  private static List<SampledCell> numbered(Map<Integer, Draw> draws) {
    record Drawn(Draw.Candidate cell, int category) {}
    List<Drawn> all = new ArrayList<>();
    draws.forEach(
        (category, draw) -> draw.cells().forEach(cell -> all.add(new Drawn(cell, category))));
    all.sort(
        Comparator.<Drawn>comparingDouble(d -> d.cell().shuffle())
            .thenComparing(d -> d.cell().row())
            .thenComparing(d -> d.cell().col()));
    List<SampledCell> cells = new ArrayList<>();
    for (Drawn d : all) {
      cells.add(new SampledCell(cells.size() + 1, d.cell().row(), d.cell().col(), d.category()));
    }
    return cells;
  }
}
