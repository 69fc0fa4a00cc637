package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.Crs;

/**
 * Writes all files of the main job into a folder, each whole or not at all. Stateless and
 * thread-safe.
 *
 * @param palette the colours
 */
public record MapExport(ClassPalette palette) {
  /** With the colours that come with the program. */
  public static MapExport standard() {
    return new MapExport(ClassPalette.standard());
  }

  /**
   * Writes {@code landcover.tif}, {@code confidence.tif}, {@code status.tif}, {@code
   * landcover.shp}, {@code landcover.gpkg}, {@code imagery.gpkg}, {@code areas.csv}, {@code
   * preview.png}, what belongs beside them, and last {@code summary.json}.
   *
   * @param folder made when it does not exist
   * @return the areas of the map
   * @throws IOException with one sentence that names the file and says what to do
   */
  public AreaReport write(MappedRegion map, RunSummary run, Path folder) throws IOException {
    createFolder(folder);
    CoveredCells cells = CoveredCells.of(map);
    AreaReport areas = AreaReport.of(map);
    RasterExport rasters = new RasterExport(cells, areas, palette);
    for (MapRaster raster : MapRaster.values()) {
      rasters.write(
          raster, new CellFrame(cells), false, folder.resolve(raster.fileName() + ".tif"));
    }
    Crs crs = map.grid().crs();
    Reprojection asItLies = Reprojection.of(cells, crs);
    PatchFiles.writeShapefile(cells, asItLies, folder.resolve("landcover.shp"));
    PatchFiles.writeGeoPackage(cells, asItLies, folder.resolve("landcover.gpkg"));
    ImageryPolygons.writeGeoPackage(cells, asItLies, folder.resolve("imagery.gpkg"));
    DraftFile.write(folder.resolve("areas.csv"), AreasCsv.text(areas));
    new PreviewPng(palette).write(cells, areas, folder.resolve("preview.png"));
    DraftFile.write(folder.resolve("summary.json"), SummaryJson.text(map, areas, run));
    return areas;
  }

  private static void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          "The folder " + folder + " cannot be made; choose another or change its permissions.", e);
    }
  }
}
