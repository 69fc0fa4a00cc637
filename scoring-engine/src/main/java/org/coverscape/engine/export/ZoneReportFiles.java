package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.analysis.ZoneReport;
import org.coverscape.engine.analysis.ZoneShare;
import org.coverscape.engine.store.GeoPackageLayer;

/**
 * Writes a zone report as CSV (RFC 4180, UTF-8) and as GeoPackage with the zones' outlines.
 *
 * @param csv the table
 * @param geoPackage the same table with outlines, in a layer {@value #LAYER}
 */
public record ZoneReportFiles(Path csv, Path geoPackage) {
  /** The name of the layer. */
  public static final String LAYER = "zones";

  /** Both files of a report, whichever of them is named; any other ending is kept in the names. */
  public static ZoneReportFiles of(Path out) {
    String name = out.toAbsolutePath().getFileName().toString();
    String stem = name.matches("(?i).+\\.(csv|gpkg)") ? RasterExport.stem(out) : name;
    return new ZoneReportFiles(
        out.resolveSibling(stem + ".csv"), out.resolveSibling(stem + ".gpkg"));
  }

  /**
   * Writes both files.
   *
   * @param zoneField the name of the field that tells zones apart
   * @param zonesFile the file the zones came from, which is never replaced
   * @throws IOException with one sentence when one cannot be written
   */
  public void write(ZoneReport report, String zoneField, Path zonesFile) throws IOException {
    for (Path file : List.of(csv, geoPackage)) {
      if (Files.exists(file) && Files.exists(zonesFile) && Files.isSameFile(file, zonesFile)) {
        throw new IOException(
            "The report would replace the zones in " + file + "; give it another name.");
      }
    }
    ZoneTable table = new ZoneTable(zoneField);
    DraftFile.write(csv, table.csv(report.zones()));
    GeoPackages.write(
        geoPackage,
        out -> {
          GeoPackageLayer layer = out.addLayer(LAYER, report.crs(), table.columns());
          for (ZoneShare zone : report.zones()) {
            layer.insert(zone.ground(), table.values(zone));
          }
        });
  }
}
