package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.coverscape.cli.plot.Axis;
import org.coverscape.cli.plot.ChartFile;
import org.coverscape.cli.plot.LineChart;
import org.coverscape.cli.plot.PlotPoint;
import org.coverscape.cli.plot.Series;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.engine.training.Epoch;
import org.coverscape.engine.training.HeadFigures;
import org.coverscape.engine.training.HeadResult;
import org.coverscape.engine.training.Targets;
import org.jspecify.annotations.Nullable;

/** The files of a training: the head, and its figures under names that begin as its own. */
final class TrainFiles {
  private static final List<String> ENDINGS =
      List.of(
          "confusion-training.csv",
          "confusion-validation.csv",
          "classes.csv",
          "curves.csv",
          "accuracy.png",
          "loss.png");

  private final Path out;

  TrainFiles(Path out) {
    this.out = out;
  }

  /** Checks the head's name before hours are spent on it. */
  static void check(Path out) throws IOException {
    String name = String.valueOf(out.getFileName());
    if (!name.toLowerCase(Locale.ROOT).endsWith(".json") || Files.isDirectory(out)) {
      throw new UserException("--out is the head's file, such as head.json, not " + out + ".");
    }
    Files.createDirectories(folder(out));
  }

  /** The folder of the features: the one that is named, or one beside the head. */
  static Path cache(Path out, @Nullable Path named) {
    return named != null ? named : folder(out).resolve(stem(out) + "-features");
  }

  private static Path folder(Path out) {
    Path parent = out.toAbsolutePath().getParent();
    return parent == null ? out.toAbsolutePath() : parent;
  }

  private static String stem(Path out) {
    return String.valueOf(out.getFileName()).replaceFirst("(?i)\\.json$", "");
  }

  /** Where a file of figures lies. */
  Path beside(String ending) {
    return folder(out).resolve(stem(out) + "-" + ending);
  }

  /** Writes all; files that are there are replaced, and those of an earlier head are deleted. */
  void write(HeadResult result) throws IOException {
    // where the head cannot be written, the earlier one keeps its figures
    HeadFile.write(result.head(), out);
    for (String ending : ENDINGS) {
      Files.deleteIfExists(beside(ending));
    }
    boolean checked = result.validation().total() > 0;
    Files.writeString(beside("confusion-training.csv"), result.training().toCsv());
    if (checked) {
      Files.writeString(beside("confusion-validation.csv"), result.validation().toCsv());
    }
    Files.writeString(beside("classes.csv"), classes(result));
    if (result.epochs().isEmpty()) {
      return;
    }
    Files.writeString(beside("curves.csv"), curves(result.epochs()));
    ChartFile.write(
        chart(
            "Accuracy by epoch",
            "Mean recall of the classes (%)",
            result.epochs(),
            e -> 100 * e.trainingRecall(),
            checked ? "validation, after the epoch" : "",
            e -> 100 * e.validationRecall()),
        beside("accuracy.png"));
    ChartFile.write(
        chart(
            "Loss by epoch",
            "Loss, mean of the chips by class weight",
            result.epochs(),
            Epoch::trainingLoss,
            checked ? "validation, after the epoch" : "",
            Epoch::validationLoss),
        beside("loss.png"));
  }

  private static String classes(HeadResult result) {
    StringBuilder text = new StringBuilder("class,set,chips,precision,recall,f1\n");
    for (int target = 0; target < Targets.COUNT; target++) {
      append(text, target, "training", result.training());
      append(text, target, "validation", result.validation());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int target, String set, HeadFigures figures) {
    text.append(
        String.format(
            Locale.ROOT,
            "%s,%s,%d,%.4f,%.4f,%.4f\n",
            Targets.label(target),
            set,
            figures.shown(target),
            figures.precision(target),
            figures.recall(target),
            figures.f1(target)));
  }

  private static String curves(List<Epoch> epochs) {
    return epochs.stream()
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.4f,%.6f,%.4f",
                    e.number(),
                    e.trainingLoss(),
                    e.trainingRecall(),
                    e.validationLoss(),
                    e.validationRecall()))
        .collect(
            Collectors.joining(
                "\n",
                "epoch,training_loss,training_mean_recall,validation_loss,validation_mean_recall\n",
                "\n"));
  }

  private static LineChart chart(
      String title,
      String axis,
      List<Epoch> epochs,
      ToDoubleFunction<Epoch> training,
      String validationName,
      ToDoubleFunction<Epoch> validation) {
    Series learned = Series.line("training, during the epoch", points(epochs, training));
    return new LineChart(
        title,
        Axis.linear("Epoch"),
        Axis.linear(axis),
        validationName.isEmpty()
            ? List.of(learned)
            : List.of(learned, Series.line(validationName, points(epochs, validation))));
  }

  private static List<PlotPoint> points(List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
    return epochs.stream().map(e -> new PlotPoint(e.number(), value.applyAsDouble(e))).toList();
  }
}
