package org.coverscape.cli;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.coverscape.engine.training.ChipSupply;
import org.coverscape.engine.training.ChosenChips;
import org.coverscape.engine.training.DenseTrainer;
import org.coverscape.engine.training.FeatureCache;
import org.coverscape.engine.training.FeatureDesk;
import org.coverscape.engine.training.FeatureExtraction;
import org.coverscape.engine.training.HeadMaker;
import org.coverscape.engine.training.HeadResult;
import org.coverscape.engine.training.Reservoir;

/** Carries a training out: chips, features, head, files, and what is said about them. */
final class TrainRun {
  private static final int NOTED_FAULTS = 5;

  private final Reporter reporter;
  private final TrainSettings settings;
  private final ChipSupply supply;
  private final long began = System.nanoTime();

  TrainRun(Reporter reporter, TrainSettings settings, ChipSupply supply) {
    this.reporter = reporter;
    this.settings = settings;
    this.supply = supply;
  }

  /** Runs to the end, or until it is stopped; returns the exit code. */
  int run(ServiceOptions options) throws IOException {
    // the process waits for the hook to be closed, and then ends: all has to be said before
    try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt)) {
      try {
        return run(options, hook);
      } catch (CancellationException | InterruptedException | ClosedByInterruptException e) {
        reporter.note(
            "Stopped; the features in "
                + settings.cache()
                + " are kept, and the same command goes on from there.");
        return ExitCode.CANCELLED;
      }
    }
  }

  private int run(ServiceOptions options, InterruptHook hook)
      throws IOException, InterruptedException {
    FeatureDesk desk = new FeatureDesk();
    // services that cannot be reached are told of before hours of labels are looked through
    try (Services services = Services.openForFeatures(options, desk)) {
      hook.stopsBy(stop(services, Thread.currentThread()));
      String featurizer = services.connect();
      ChosenChips chosen = choose();
      String identity = FeatureIdentity.of(featurizer, services.named());
      try (FeatureCache cache = FeatureCache.open(settings.cache(), identity)) {
        FeatureExtraction.Result features = extract(services, desk, cache, chosen);
        if (hook.fired()) {
          throw new InterruptedException();
        }
        return finish(chosen, features, cache, featurizer);
      }
    }
  }

  private static Runnable stop(Services services, Thread thread) {
    return () -> {
      thread.interrupt();
      services.pool().cancel();
    };
  }

  private ChosenChips choose() throws IOException, InterruptedException {
    Reservoir reservoir = new Reservoir(settings.seed(), settings.perClass());
    ProgressBar bar = reporter.progress("labels");
    try {
      bar.start(supply.size(), 0);
      supply.candidates(reservoir::add, bar::step);
    } finally {
      bar.clear();
    }
    if (Arrays.stream(reservoir.seen()).sum() == 0) {
      throw new UserException(supply.whyNone());
    }
    supply.notes().forEach(reporter::note);
    ChosenChips chosen = ChosenChips.of(reservoir, settings.preset().takesNone());
    chosen.notes().forEach(reporter::note);
    return chosen;
  }

  private FeatureExtraction.Result extract(
      Services services, FeatureDesk desk, FeatureCache cache, ChosenChips chosen)
      throws IOException, InterruptedException {
    ProgressBar bar = reporter.progress("chips");
    try {
      bar.start(chosen.chips().size(), FeatureExtraction.known(supply, chosen.chips(), cache));
      FeatureExtraction.Result result =
          new FeatureExtraction(services.pool(), desk, cache, bar::step)
              .run(supply, chosen.chips());
      bar.clear();
      say(result);
      return result;
    } finally {
      bar.clear();
    }
  }

  private void say(FeatureExtraction.Result result) {
    if (result.chips().isEmpty()) {
      String why =
          result.faults().values().stream().findFirst().orElse("The imagery has holes there.");
      throw new UserException("There are no features of any chip. " + why);
    }
    if (result.without() > 0) {
      reporter.note(result.without() + " chips are left out: the imagery does not fill them.");
    }
    Map<String, List<String>> bySentence =
        result.faults().entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    bySentence.entrySet().stream()
        .limit(NOTED_FAULTS)
        .forEach(e -> reporter.note(e.getValue().size() + " chips are left out: " + e.getKey()));
  }

  private int finish(
      ChosenChips chosen, FeatureExtraction.Result features, FeatureCache cache, String featurizer)
      throws IOException, InterruptedException {
    HeadMaker maker = new HeadMaker(settings.trainer(), settings.seed(), chosen.columns());
    ProgressBar bar = reporter.progress("epochs");
    HeadResult result;
    try {
      bar.start(new DenseTrainer(settings.preset(), settings.seed()).mostEpochs(), 0);
      result =
          maker.make(features, cache, named(featurizer), supply.provenance(), epoch -> bar.step());
    } finally {
      bar.clear();
    }
    new TrainFiles(settings.out()).write(result);
    TrainReport report = new TrainReport(reporter, settings, featurizer);
    report.print(chosen, result, features, (System.nanoTime() - began) / 1e9);
    return features.faults().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
  }

  /** A service that does not tell its model's name leaves the head without one. */
  private static String named(String featurizer) {
    return FeatureIdentity.isNamed(featurizer) ? featurizer : "";
  }
}
