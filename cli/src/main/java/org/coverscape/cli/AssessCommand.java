package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.coverscape.engine.assessment.Agreement;
import org.coverscape.engine.assessment.AgreementAssessor;
import org.coverscape.engine.assessment.AgreementFiles;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.store.JobJournal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far a job's map can be trusted: agreement with a reference raster. */
@Command(
    name = "assess",
    description = "How far a job's map agrees with a reference raster such as NLCD.")
final class AssessCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "JOB", description = "The job's folder, or its job.sqlite.")
  private Path job = Path.of("");

  @Option(
      names = "--reference",
      required = true,
      paramLabel = "F",
      description = "A raster of classes, such as NLCD; the agreement with it is written.")
  private Path reference = Path.of("");

  @Option(
      names = "--crosswalk",
      paramLabel = "F",
      description = "A table 'code,class' of the reference's codes (default: NLCD's).")
  private @Nullable Path crosswalk;

  @Option(
      names = "--reference-year",
      paramLabel = "Y",
      description = "The year the reference shows (default: as its name says).")
  private @Nullable Integer year;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go (default: the folder 'assessment' of the job).")
  private @Nullable Path out;

  AssessCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    OptionalInt shown = year == null ? OptionalInt.empty() : OptionalInt.of(year);
    Path table = crosswalk;
    Crosswalk codes = table == null ? Crosswalk.nlcd() : Crosswalk.read(table);
    MappedRegion map;
    try (JobJournal journal = JobFolder.open(job)) {
      map = journal.read();
    }
    try (AgreementAssessor assessor = AgreementAssessor.open(map, reference, codes)) {
      Agreement agreement = assessor.count(shown);
      AgreementFiles files = new AgreementFiles(folder());
      boolean painted = files.write(agreement, assessor).isPresent();
      AgreementReport.print(agreement, files, painted, reporter);
    }
    return ExitCode.DONE;
  }

  private Path folder() {
    Path base = Files.isDirectory(job) ? job : job.toAbsolutePath().getParent();
    Path folder = out == null && base != null ? base.resolve("assessment") : out;
    if (folder == null) {
      throw new UserException("Name a folder for the files with --out.");
    }
    return OutputFolder.prepare(folder);
  }
}
