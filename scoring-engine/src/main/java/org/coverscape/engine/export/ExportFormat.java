package org.coverscape.engine.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coverscape.engine.analysis.AreaReport;

/** The formats a map can be exported to, by the names of the command line. */
public enum ExportFormat {
  /** Class ids as GeoTIFF. */
  GEOTIFF,
  /** Class ids as Cloud Optimized GeoTIFF. */
  COG,
  /** Polygons as shapefile. */
  SHAPEFILE,
  /** Polygons as GeoPackage. */
  GEOPACKAGE,
  /** The table of areas. */
  CSV,
  /** A picture with its legend. */
  PNG;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException with one sentence that lists the names
   */
  public static ExportFormat parse(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name.trim().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + name
                        + "' is not a format; choose one of "
                        + Arrays.stream(values())
                            .map(ExportFormat::label)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * What writes this format.
   *
   * @throws IllegalArgumentException with one sentence when an option has no meaning for it
   */
  public Exporter exporter(ExportOptions options) {
    boolean raster = this == GEOTIFF || this == COG;
    if (options.snap().isPresent() && !raster) {
      throw new IllegalArgumentException(
          "Only rasters can be snapped; leave the reference out or choose geotiff or cog.");
    }
    if (options.crs().isPresent() && (this == CSV || this == PNG)) {
      throw new IllegalArgumentException(
          "The format " + label() + " has no coordinate system of choice; leave it out.");
    }
    return switch (this) {
      case GEOTIFF -> new ClassRasterExporter(options, false);
      case COG -> new ClassRasterExporter(options, true);
      case SHAPEFILE ->
          (map, out) -> {
            CoveredCells cells = CoveredCells.of(map);
            PatchFiles.writeShapefile(cells, place(cells, options), out);
          };
      case GEOPACKAGE ->
          (map, out) -> {
            CoveredCells cells = CoveredCells.of(map);
            PatchFiles.writeGeoPackage(cells, place(cells, options), out);
          };
      case CSV -> (map, out) -> DraftFile.write(out, AreasCsv.text(AreaReport.of(map)));
      case PNG -> new PreviewPng(options.palette());
    };
  }

  private static Reprojection place(CoveredCells cells, ExportOptions options) {
    return Reprojection.of(cells, options.crs().orElse(cells.mapped().grid().crs()));
  }
}
