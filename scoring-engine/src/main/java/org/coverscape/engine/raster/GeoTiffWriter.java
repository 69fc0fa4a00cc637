package org.coverscape.engine.raster;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes a raster of bytes as a classic, little-endian GeoTIFF: tiles compressed by DEFLATE,
 * directories first, the same bytes for the same pixels.
 *
 * <p>Rows are asked for once, in order; memory holds one row of tiles per level, and compressed
 * tiles wait in a second file beside the first. The file appears whole under its name or not at
 * all. Stateless; several files may be written at once by different threads.
 */
public final class GeoTiffWriter {
  private GeoTiffWriter() {}

  /**
   * Writes a file, replacing an older one.
   *
   * @throws IOException when the rows cannot be had, or, with one sentence for a person, when the
   *     file cannot be written or would be larger than 4 GB
   */
  public static void write(Path file, GeoTiffSpec spec, RowSource rows) throws IOException {
    Pyramid pyramid = Pyramid.of(spec);
    try (OutputFile scratchFile = new OutputFile(file);
        OutputFile out = new OutputFile(file)) {
      TileScratch scratch = new TileScratch(scratchFile, pyramid.sizes().size());
      compress(spec, pyramid, scratch, rows);
      new TiffAssembler(spec, pyramid, scratch).write(out, file);
      out.commit();
    }
  }

  private static void compress(
      GeoTiffSpec spec, Pyramid pyramid, TileScratch scratch, RowSource rows) throws IOException {
    try (TileDeflater deflater =
        new TileDeflater(spec.tileSize(), spec.bands(), LevelFields.predicts(spec))) {
      Level full = levels(spec, pyramid, scratch, deflater);
      byte[] row = new byte[spec.rowBytes()];
      for (int y = 0; y < spec.height(); y++) {
        rows.row(y, row);
        full.add(row);
      }
    }
  }

  /** The full resolution, which hands its rows to its overviews. */
  private static Level levels(
      GeoTiffSpec spec, Pyramid pyramid, TileScratch scratch, TileDeflater deflater) {
    int last = pyramid.sizes().size() - 1;
    @Nullable Level smaller = null;
    for (int i = last; i > 0; i--) {
      smaller = level(i, spec, pyramid, scratch, deflater, smaller);
    }
    return level(0, spec, pyramid, scratch, deflater, smaller);
  }

  private static Level level(
      int number,
      GeoTiffSpec spec,
      Pyramid pyramid,
      TileScratch scratch,
      TileDeflater deflater,
      @Nullable Level overview) {
    Pyramid.Size size = pyramid.sizes().get(number);
    return new Level(number, size.width(), size.height(), spec, scratch, deflater, overview);
  }
}
