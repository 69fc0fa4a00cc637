package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coverscape.engine.analysis.ConfusionMatrix;
import org.coverscape.engine.evaluation.ClassMap;
import org.coverscape.engine.evaluation.Evaluation;
import org.coverscape.engine.evaluation.Evaluator;
import org.coverscape.engine.evaluation.ImageChip;
import org.coverscape.engine.evaluation.LabelledFolders;
import org.coverscape.engine.inference.ServicePoolListener;
import org.coverscape.engine.landcover.LandCoverClass;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well the services do on images whose class is known. */
@Command(
    name = "evaluate",
    description =
        "Accuracy of the services on folders of labelled images, DIR/<class>/*.jpg|png|tif.")
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ServiceOptions services = new ServiceOptions();

  @Option(names = "--images", required = true, paramLabel = "DIR", description = "The images.")
  private Path images = Path.of("");

  @Option(
      names = "--gsd",
      paramLabel = "M",
      description = "Pixel size in metres of images without georeference (default: 1).")
  private double gsd = 1.0;

  @Option(
      names = "--classes",
      paramLabel = "map.csv",
      description = "A table 'folder,class' that turns folder names into classes or 'ignore'.")
  private @Nullable Path classes;

  @Option(
      names = "--answers",
      paramLabel = "FILE.csv",
      description = "Write what each image was taken for, with its scores.")
  private @Nullable Path answers;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    if (!(gsd > 0) || gsd > 1000) {
      throw new UserException("--gsd is a pixel size in metres, such as 0.3.");
    }
    if (answers != null) {
      AnswersCsv.check(answers);
    }
    Path table = classes;
    LabelledFolders folders =
        LabelledFolders.list(images, table == null ? ClassMap.byName() : ClassMap.read(table));
    // the process waits for the hook to be closed, and then ends: all has to be said before
    try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt)) {
      try {
        return report(evaluate(folders, reporter, hook), reporter);
      } catch (InterruptedException e) {
        reporter.note("Stopped; nothing is kept of an evaluation that was not finished.");
        return ExitCode.CANCELLED;
      }
    }
  }

  private int report(Evaluation evaluation, Reporter reporter) throws IOException {
    evaluation.failed().forEach((file, why) -> reporter.note("Left out " + file + ": " + why));
    if (evaluation.matrix().total() == 0) {
      throw new UserException("None of the images could be classified.");
    }
    print(evaluation, reporter);
    reporter.json(json(evaluation));
    Path table = answers;
    if (table != null) {
      AnswersCsv.write(evaluation.answers(), table);
    }
    return evaluation.failed().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private Evaluation evaluate(LabelledFolders folders, Reporter reporter, InterruptHook hook)
      throws IOException, InterruptedException {
    ProgressBar bar = reporter.progress("images");
    try (Services open = Services.open(services, ServicePoolListener.NONE)) {
      open.connect(reporter::note);
      bar.start(folders.images().size(), 0);
      Evaluation done =
          new Evaluator(open.pool(), new ImageChip(GroundOptions.MODEL_GSD, gsd), bar::step)
              .run(folders);
      if (hook.fired()) {
        throw new InterruptedException();
      }
      return done;
    } finally {
      bar.clear();
    }
  }

  private static void print(Evaluation evaluation, Reporter reporter) {
    ConfusionMatrix matrix = evaluation.matrix();
    reporter.line(
        String.format(
            Locale.ROOT,
            "%,d images: accuracy %.1f %%, balanced %.1f %%; %,d ignored.",
            matrix.total(),
            100 * matrix.accuracy(),
            100 * matrix.balancedAccuracy(),
            evaluation.ignored()));
    StringBuilder head = new StringBuilder(String.format("%-12s%6s", "truth", "n"));
    LandCoverClass.ALL.forEach(c -> head.append(String.format("%12s", c.label())));
    reporter.line(head.append(String.format("%14s%8s", "unclassified", "F1")).toString());
    for (LandCoverClass c : LandCoverClass.ALL) {
      StringBuilder row = new StringBuilder();
      row.append(String.format(Locale.ROOT, "%-12s%6d", c.label(), matrix.truths(c)));
      long[] counts = matrix.counts()[c.id() - 1];
      for (int i = 0; i < counts.length; i++) {
        row.append(String.format(Locale.ROOT, i < 6 ? "%12d" : "%14d", counts[i]));
      }
      reporter.line(row.append(String.format(Locale.ROOT, "%8.2f", matrix.f1(c))).toString());
    }
  }

  private static Map<String, Object> json(Evaluation evaluation) {
    ConfusionMatrix matrix = evaluation.matrix();
    Map<String, Object> perClass = new LinkedHashMap<>();
    for (LandCoverClass c : LandCoverClass.ALL) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("n", matrix.truths(c));
      row.put("precision", matrix.precision(c));
      row.put("recall", matrix.recall(c));
      row.put("f1", matrix.f1(c));
      perClass.put(c.label(), row);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("images", matrix.total());
    result.put("ignored", evaluation.ignored());
    result.put("accuracy", matrix.accuracy());
    result.put("balanced_accuracy", matrix.balancedAccuracy());
    result.put("classes", perClass);
    result.put("confusion", rows(matrix));
    result.put("failed", evaluation.failed());
    return result;
  }

  private static List<long[]> rows(ConfusionMatrix matrix) {
    return new ArrayList<>(List.of(matrix.counts()));
  }
}
