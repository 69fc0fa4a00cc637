package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.coverscape.engine.assessment.Agreement;
import org.coverscape.engine.assessment.AgreementAssessor;
import org.coverscape.engine.assessment.AgreementFiles;
import org.coverscape.engine.assessment.accuracy.Accuracy;
import org.coverscape.engine.assessment.accuracy.AccuracyFiles;
import org.coverscape.engine.assessment.accuracy.LabelFile;
import org.coverscape.engine.assessment.accuracy.SampleDesign;
import org.coverscape.engine.assessment.accuracy.SampleFiles;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.store.JobJournal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far a job's map can be trusted: by a reference raster, or by a sample that is labelled. */
@Command(
    name = "assess",
    description = {
      "How far the map of a job can be trusted.",
      "With --reference: how far it agrees with a raster of classes such as NLCD.",
      "With --sample: draws cells to be labelled; with --labels: the accuracy they show."
    })
final class AssessCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CrosswalkOption crosswalk = new CrosswalkOption();

  @Parameters(paramLabel = "JOB", description = "The job's folder, or its job.sqlite.")
  private Path job = Path.of("");

  @Option(
      names = "--reference",
      paramLabel = "F",
      description = "A raster of classes, such as NLCD; the agreement with it is written.")
  private @Nullable Path reference;

  @Option(
      names = "--reference-year",
      paramLabel = "Y",
      description = "The year the reference shows (default: as its name says).")
  private @Nullable Integer year;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Draw N cells at random and write them without the map's answer.")
  private @Nullable Integer sample;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Draws another sample; the same seed draws the same cells (default: 1).")
  private @Nullable Long seed;

  @Option(
      names = "--labels",
      paramLabel = "F",
      description = "The sample (sample.csv or sample.gpkg) with its column 'class' filled in.")
  private @Nullable Path labels;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the files go (default: the folder 'assessment' of the job; that of the labels).")
  private @Nullable Path out;

  AssessCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    checkOptions();
    MappedRegion map;
    try (JobJournal journal = JobFolder.open(job)) {
      map = JobFolder.map(journal);
    }
    Path raster = reference;
    Path labelled = labels;
    if (raster != null) {
      agree(map, raster, reporter);
    } else if (labelled != null) {
      estimate(map, labelled, reporter);
    } else {
      draw(map, sample == null ? 0 : sample, reporter);
    }
    return ExitCode.DONE;
  }

  private void checkOptions() {
    if (Stream.of(reference, sample, labels).filter(Objects::nonNull).count() != 1) {
      throw new UserException("Give one of --reference, --sample and --labels.");
    }
    if (reference == null && (crosswalk.isGiven() || year != null)) {
      throw new UserException("--crosswalk and --reference-year go with --reference.");
    }
    if (sample == null && seed != null) {
      throw new UserException("--seed goes with --sample.");
    }
    Integer shown = year;
    if (shown != null && (shown < 1900 || shown > 2100)) {
      throw new UserException("--reference-year is a year, such as 2021.");
    }
  }

  private void agree(MappedRegion map, Path raster, Reporter reporter) throws IOException {
    ProgressBar bar = reporter.progress("rows");
    try (AgreementAssessor assessor = AgreementAssessor.open(map, raster, crosswalk.read())) {
      bar.start(2L * assessor.rows(), 0);
      OptionalInt shown = year == null ? OptionalInt.empty() : OptionalInt.of(year);
      Agreement agreement = assessor.count(shown, bar::step);
      AgreementFiles files = new AgreementFiles(folder());
      boolean painted = files.write(agreement, assessor, bar::step).isPresent();
      bar.clear();
      AgreementReport.print(agreement, files, painted, reporter);
    } finally {
      bar.clear();
    }
  }

  private void draw(MappedRegion map, int count, Reporter reporter) throws IOException {
    SampleDesign design = SampleDesign.draw(map, count, seed == null ? 1 : seed);
    SampleFiles files = new SampleFiles(folder());
    files.write(design, map.grid());
    AccuracyReport.drawn(design, files, count, reporter);
  }

  private void estimate(MappedRegion map, Path file, Reporter reporter) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserException("There is no file " + file + "; check the path.");
    }
    SampleFiles sampled = sampleOf(file);
    SampleDesign design = sampled.read();
    if (!design.isOf(map)) {
      throw new UserException(
          "The sample in "
              + sampled.folder()
              + " was drawn from another map than this job's now; name the job it was drawn from,"
              + " or draw a new one.");
    }
    Accuracy accuracy = Accuracy.of(design, LabelFile.read(file, design));
    Path wanted = out;
    AccuracyFiles files =
        new AccuracyFiles(wanted == null ? sampled.folder() : OutputFolder.prepare(wanted));
    files.write(accuracy);
    AccuracyReport.print(accuracy, files, reporter);
  }

  /** Labels may have been saved elsewhere; the key stays where the sample was drawn into. */
  private SampleFiles sampleOf(Path file) {
    SampleFiles beside = new SampleFiles(file.toAbsolutePath().resolveSibling(""));
    Path wanted = out;
    return Stream.of(
            beside,
            new SampleFiles(wanted == null ? standardFolder() : wanted),
            new SampleFiles(standardFolder()))
        .filter(files -> Files.isRegularFile(files.key()))
        .findFirst()
        .orElse(beside);
  }

  private Path folder() {
    Path wanted = out;
    return OutputFolder.prepare(wanted == null ? standardFolder() : wanted);
  }

  private Path standardFolder() {
    Path base = Files.isDirectory(job) ? job : job.toAbsolutePath().resolveSibling("");
    return base.resolve("assessment");
  }
}
