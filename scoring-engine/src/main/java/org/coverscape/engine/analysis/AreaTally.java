package org.coverscape.engine.analysis;

import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;

/**
 * Sums the ground of cells by what the map says of them. Not thread-safe.
 *
 * <p>A cell of the region that the map knows nothing of was not reached: it counts as cancelled.
 */
final class AreaTally {
  private final LandCoverMap map;
  private final CellAreas cells;
  private final GeodesicArea measure;
  private final AreaSums sums = new AreaSums();

  AreaTally(MappedRegion mapped, CellAreas cells) {
    map = mapped.map();
    this.cells = cells;
    measure = GeodesicArea.in(mapped.grid().crs());
  }

  void add(RegionCover cover) {
    for (CoverBlock block : cover) {
      block.cells().forEach(this::add);
    }
  }

  private void add(RegionCell cell) {
    double ground = cell.part().map(measure::of).orElseGet(() -> cells.of(cell.row(), cell.col()));
    int kind = AreaSums.kind(map, cell.row(), cell.col());
    sums.add(kind, ground, map.confidence(cell.row(), cell.col()));
  }

  AreaReport report(double regionSquareMetres) {
    return sums.report(regionSquareMetres);
  }
}
