package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.Crs;

/**
 * Writes the class raster: one pixel for each cell, or, in another coordinate system or on the
 * pixels of a reference, the cell under each pixel's centre.
 *
 * @param options where the pixels shall lie
 * @param cloudOptimized whether to lay the file out for reading over the network
 */
record ClassRasterExporter(ExportOptions options, boolean cloudOptimized) implements Exporter {
  @Override
  public void export(MappedRegion map, Path out) throws IOException {
    CoveredCells cells = CoveredCells.of(map);
    new RasterExport(cells, AreaReport.of(map), options.palette())
        .write(MapRaster.LAND_COVER, frame(cells), cloudOptimized, out);
  }

  private RasterFrame frame(CoveredCells cells) throws IOException {
    ChipGrid grid = cells.mapped().grid();
    if (options.snap().isPresent()) {
      SnapReference reference = SnapReference.read(options.snap().get());
      Crs crs = options.crs().orElseGet(reference::crs);
      return WarpedFrame.of(cells, crs, reference.latticeIn(crs));
    }
    Crs crs = options.crs().orElse(grid.crs());
    return crs.equals(grid.crs())
        ? new CellFrame(cells)
        : WarpedFrame.of(cells, crs, WarpedFrame.lattice(grid, crs));
  }
}
