package org.coverscape.engine.assessment.accuracy;

import java.util.List;
import org.coverscape.engine.analysis.RegionAreas;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.assessment.CellCategory;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.landcover.MappedRegion;

/** The answered cells of a map by what it says of them. Not thread-safe. */
final class MapStrata {
  /** Takes a cell that has an answer. */
  @FunctionalInterface
  interface CellSink {
    void cell(int row, int col, int category, double squareMetres);
  }

  private final MappedRegion map;
  private final RegionAreas areas;
  private final long[] cells = new long[Categories.COUNT];
  private final double[] ground = new double[Categories.COUNT];

  private MapStrata(MappedRegion map) {
    this.map = map;
    areas = RegionAreas.of(map.region(), map.grid());
  }

  /** Walks a map's cells once and counts them. */
  static MapStrata of(MappedRegion map) {
    MapStrata strata = new MapStrata(map);
    strata.walk(
        (row, col, category, squareMetres) -> {
          strata.cells[category]++;
          strata.ground[category] += squareMetres;
        });
    return strata;
  }

  /** Cells that the region touches in a point or a line have no ground, and no chance. */
  void walk(CellSink sink) {
    for (CoverBlock block : map.cover()) {
      for (RegionCell cell : block.cells()) {
        int category = CellCategory.of(map.map(), cell.row(), cell.col());
        double squareMetres = areas.squareMetres(cell.row(), cell.col());
        if (category != CellCategory.UNSCORED && squareMetres > 0) {
          sink.cell(cell.row(), cell.col(), category, squareMetres);
        }
      }
    }
  }

  /** The categories that the map names. */
  List<Integer> mapped() {
    return Categories.all().stream().filter(c -> cells[c] > 0).toList();
  }

  /** How many cells to draw of each that the map names. */
  int[] allocate(int count) {
    return Allocation.of(
        count,
        mapped().stream().mapToLong(c -> cells[c]).toArray(),
        mapped().stream().mapToDouble(c -> ground[c]).toArray());
  }

  /** A category that the map names, of whose cells some are sampled. */
  Stratum stratum(int category, int sampled) {
    return new Stratum(category, cells[category], ground[category] / 10_000, sampled);
  }
}
