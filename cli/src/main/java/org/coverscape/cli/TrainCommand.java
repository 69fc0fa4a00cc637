package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coverscape.cli.classical.LinearKind;
import org.coverscape.engine.training.Preset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From labels to a classifier head, as the pipeline of 2018 did. */
@Command(
    name = "train",
    description =
        "Trains a classifier head on the features of the services, from labelled ground or folders"
            + " of labelled images.")
final class TrainCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ImageryOptions imagery = new ImageryOptions();
  @Mixin private LabelOptions labels = new LabelOptions();
  @Mixin private ServiceOptions services = new ServiceOptions();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "head.json",
      description = "The head; its figures are written beside it.")
  private Path out = Path.of("");

  @Option(
      names = "--preset",
      paramLabel = "2018|best",
      description =
          "2018: sigmoid, SGD, 10 epochs, as the pipeline of that year; best: standardised"
              + " features, softmax, class weights, L2, early stopping (default).")
  private String preset = "best";

  @Option(
      names = "--classifier",
      paramLabel = "dense|logistic|svm",
      description =
          "dense: the layer of the preset (default); logistic, svm: Tribuo's linear classifiers,"
              + " deployed as a dense layer.")
  private String classifier = "dense";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the choice of chips, the split and the training (default: 1).")
  private long seed = 1;

  @Option(
      names = "--per-class",
      paramLabel = "N",
      description = "At most so many chips of a class (default: 20000).")
  private int perClass = 20_000;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where features are kept, to go on after a stop (default: beside --out).")
  private @Nullable Path cache;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    if (perClass < 1) {
      throw new UserException("--per-class is a number of chips, such as 500.");
    }
    TrainSettings settings =
        new TrainSettings(
            Preset.named(preset), linear(), seed, perClass, out, TrainFiles.cache(out, cache));
    TrainFiles.check(out);
    try (ImageryOptions source = imagery;
        LabelSource labelled = labels.open(source, reporter)) {
      return new TrainRun(reporter, settings, labelled.supply()).run(services);
    }
  }

  private Optional<LinearKind> linear() {
    Optional<LinearKind> kind = LinearKind.named(classifier);
    if (kind.isEmpty() && !classifier.equals("dense")) {
      throw new UserException(
          "--classifier is dense, logistic or svm, not '"
              + classifier
              + "'; only a linear one can"
              + " be a head.");
    }
    if (kind.isPresent() && Preset.named(preset) == Preset.Y2018) {
      throw new UserException(
          "The preset 2018 has a classifier of its own; leave one of the two out.");
    }
    return kind;
  }
}
