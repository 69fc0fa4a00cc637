package org.coverscape.engine.training;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.scoring.ScoringPlan;
import org.locationtech.jts.geom.Envelope;

/**
 * Which images a cell may have been cut from, as a short text that changes when they do. Immutable.
 *
 * @param grid the cells
 * @param tiles boxes around the images in the grid's system, with what tells their files
 */
record TileShadow(ChipGrid grid, List<Shade> tiles) {
  /** A box around an image, generous by a chip. */
  record Shade(Envelope box, String file) {}

  /** Those of a plan. */
  static TileShadow of(ScoringPlan plan) {
    ChipGrid grid = plan.grid();
    CoordinateTransform way = Crs.WGS84.to(grid.crs());
    double reach = ChipGrid.CHIP_PIXELS * grid.gsd();
    return new TileShadow(
        grid,
        plan.tiles().stream()
            .map(
                tile -> {
                  Envelope box = way.transform(tile.footprint()).getEnvelopeInternal();
                  box.expandBy(reach);
                  return new Shade(box, tile.id() + " " + tile.fingerprint());
                })
            .toList());
  }

  /** The images of a cell, in the order in which they win. */
  String over(int row, int col) {
    Envelope support = grid.support(row, col);
    String files =
        tiles.stream()
            .filter(tile -> tile.box.intersects(support))
            .map(Shade::file)
            .collect(Collectors.joining("\n"));
    return HexFormat.of().formatHex(Digests.sha256(files), 0, 8);
  }
}
