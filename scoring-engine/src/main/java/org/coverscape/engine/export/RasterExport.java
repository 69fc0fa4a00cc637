package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.raster.Palette;

/**
 * Writes a raster of a map as GeoTIFF, with the files beside it that name its numbers: {@code
 * .aux.xml} for GDAL and Esri, {@code .qml} for QGIS, {@code .sld} for map servers.
 *
 * @param cells the cells
 * @param areas the areas of the map
 * @param palette the colours
 */
record RasterExport(CoveredCells cells, AreaReport areas, ClassPalette palette) {
  /**
   * Writes the raster and its side files.
   *
   * @throws IOException with one sentence when one of the files cannot be written
   */
  void write(MapRaster raster, RasterFrame frame, boolean cloudOptimized, Path file)
      throws IOException {
    List<RasterValue> values = raster.values(palette);
    GeoTiffSpec spec =
        GeoTiffSpec.of(frame.width(), frame.height(), 1, frame.grid(), frame.crs())
            .withNoData(0)
            .withDescription(raster.title())
            .withSoftware("Coverscape");
    if (raster.thematic()) {
      spec = spec.withPalette(colours(values));
    }
    PixelCounter pixels = new PixelCounter(cells, raster, frame);
    GeoTiffWriter.write(file, cloudOptimized ? spec.asCloudOptimized() : spec, pixels);
    Path beside = file.toAbsolutePath();
    DraftFile.write(
        beside.resolveSibling(beside.getFileName() + ".aux.xml"),
        RasterAttributeTable.xml(raster, values, pixels.counts(), areas));
    String stem = stem(beside);
    DraftFile.write(beside.resolveSibling(stem + ".qml"), QgisStyle.xml(raster, values));
    DraftFile.write(beside.resolveSibling(stem + ".sld"), SldStyle.xml(raster, values));
  }

  private static Palette colours(List<RasterValue> values) {
    int[] colours = new int[values.get(values.size() - 1).value() + 1];
    values.forEach(value -> colours[value.value()] = value.rgb());
    return Palette.of(colours);
  }

  /** The name of a file without its ending. */
  static String stem(Path file) {
    String name = file.toAbsolutePath().getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
