package org.coverscape.engine.export;

import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.region.Crs;

/**
 * What an export is asked for beyond its format.
 *
 * @param crs the coordinate system of the output; the grid's where empty
 * @param snap a raster whose pixels the output's pixels shall fall on
 * @param palette the colours
 */
public record ExportOptions(Optional<Crs> crs, Optional<Path> snap, ClassPalette palette) {
  /** As the map lies. */
  public static final ExportOptions NONE = new ExportOptions(Optional.empty(), Optional.empty());

  /** In the colours that come with the program. */
  public ExportOptions(Optional<Crs> crs, Optional<Path> snap) {
    this(crs, snap, ClassPalette.standard());
  }

  /** In another coordinate system. */
  public static ExportOptions in(Crs crs) {
    return new ExportOptions(Optional.of(crs), Optional.empty());
  }

  /** On the pixels of a raster. */
  public ExportOptions snappedTo(Path reference) {
    return new ExportOptions(crs, Optional.of(reference), palette);
  }
}
