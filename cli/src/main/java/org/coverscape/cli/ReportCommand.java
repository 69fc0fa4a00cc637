package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coverscape.engine.analysis.Zone;
import org.coverscape.engine.analysis.ZoneReport;
import org.coverscape.engine.analysis.Zones;
import org.coverscape.engine.export.ZoneReportFiles;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.place.FeatureFile;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.engine.vector.FeatureCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sums a job's map up by zones, such as parcels or watersheds. */
@Command(
    name = "report",
    description = "Sums the map of a job up by zones (parcels, watersheds, ownership).")
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "JOB", description = "The job's folder, or its job.sqlite.")
  private Path job = Path.of("");

  @Option(
      names = "--zones",
      required = true,
      paramLabel = "F",
      description = "Polygons: GeoPackage, shapefile, GeoJSON or KML.")
  private Path zones = Path.of("");

  @Option(
      names = "--zone-field",
      required = true,
      paramLabel = "NAME",
      description = "The attribute that names a zone; zones with the same value are summed.")
  private String field = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = "The table; a CSV file and a GeoPackage are written.")
  private Path out = Path.of("");

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    FeatureCollection features = FeatureFile.read(zones);
    List<Zone> named = Zones.of(features, field);
    try (JobJournal journal = JobFolder.open(job)) {
      MappedRegion map = JobFolder.map(journal);
      ZoneReport report = ZoneReport.of(map, features.crs(), named);
      ZoneReportFiles files = ZoneReportFiles.of(out);
      files.write(report, field, zones);
      reporter.line(
          report.zones().size()
              + " zones are in "
              + files.csv()
              + " and "
              + files.geoPackage()
              + ".");
      reporter.json(json(report, files));
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(ZoneReport report, ZoneReportFiles files) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("zones", report.zones().size());
    result.put("csv", files.csv().toString());
    result.put("geopackage", files.geoPackage().toString());
    return result;
  }
}
