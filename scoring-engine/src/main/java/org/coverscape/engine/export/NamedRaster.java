package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.raster.Palette;
import org.coverscape.engine.raster.RowSource;
import org.coverscape.engine.region.Crs;

/**
 * A raster whose numbers have names and colours, as GeoTIFF with {@code .aux.xml} and {@code .qml}.
 *
 * @param title what it shows, for a person
 * @param values what its numbers mean, rising; 0 is NoData
 * @param width columns
 * @param height rows
 * @param grid where the pixels lie, in units of the CRS
 * @param crs a system with an EPSG code
 */
public record NamedRaster(
    String title, List<RasterValue> values, int width, int height, PixelGrid grid, Crs crs) {
  private static final int VALUES = 256;

  /** Takes a copy of the list. */
  public NamedRaster {
    values = List.copyOf(values);
  }

  /**
   * Writes the raster and its side files, which name only the numbers that occur.
   *
   * @param hectares the ground of a number, asked for when all rows are written
   * @throws IOException with one sentence when one of the files cannot be written
   */
  public void write(Path file, RowSource rows, IntToDoubleFunction hectares) throws IOException {
    long[] counts = new long[VALUES];
    GeoTiffSpec spec =
        GeoTiffSpec.of(width, height, 1, grid, crs)
            .withNoData(0)
            .withPalette(palette())
            .withDescription(title)
            .withSoftware("Coverscape");
    GeoTiffWriter.write(
        file,
        spec,
        (y, target) -> {
          rows.row(y, target);
          for (byte value : target) {
            counts[value & 0xFF]++;
          }
        });
    List<RasterValue> present =
        values.stream().filter(v -> v.value() == 0 || counts[v.value()] > 0).toList();
    Path beside = file.toAbsolutePath();
    DraftFile.write(
        beside.resolveSibling(beside.getFileName() + ".aux.xml"),
        RasterAttributeTable.xml(title, present, counts, hectares));
    DraftFile.write(
        beside.resolveSibling(RasterExport.stem(beside) + ".qml"), QgisStyle.xml(true, present));
  }

  private Palette palette() {
    int[] colours = new int[values.get(values.size() - 1).value() + 1];
    values.forEach(value -> colours[value.value()] = value.rgb());
    return Palette.of(colours);
  }
}
