package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coverscape.engine.export.ExportFormat;
import org.coverscape.engine.export.ExportOptions;
import org.coverscape.engine.export.Exporter;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.store.JobJournal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a job's map in one format, from its journal. */
@Command(
    name = "export",
    description = "Writes the map of a job in another format, from its journal.")
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "JOB", description = "The job's folder, or its job.sqlite.")
  private Path job = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "NAME",
      description = "geotiff, cog, shapefile, geopackage, csv or png.")
  private String format = "";

  @Option(names = "--out", required = true, paramLabel = "F", description = "The file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n",
      description = "Another coordinate system, such as EPSG:5070.")
  private @Nullable String crs;

  @Option(
      names = "--snap",
      paramLabel = "F",
      description = "A raster on whose pixels the output's shall fall.")
  private @Nullable Path snap;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    if (Files.isDirectory(out)) {
      throw new UserException(out + " is a folder; name the file to write with --out.");
    }
    Exporter exporter =
        ExportFormat.parse(format)
            .exporter(
                new ExportOptions(
                    Optional.ofNullable(crs).map(Crs::parse), Optional.ofNullable(snap)));
    try (JobJournal journal = JobFolder.open(job)) {
      MappedRegion map = JobFolder.map(journal);
      exporter.export(map, out);
    }
    reporter.line("Wrote " + out + ".");
    reporter.json(Map.of("format", format, "out", out.toString()));
    return ExitCode.DONE;
  }
}
