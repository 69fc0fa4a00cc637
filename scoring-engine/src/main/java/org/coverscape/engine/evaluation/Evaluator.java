package org.coverscape.engine.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coverscape.engine.analysis.ConfusionMatrix;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.landcover.ChipOutcome;

/** Has labelled images classified by services and counts truth against answer. */
public final class Evaluator {
  private final ServicePool pool;
  private final ImageChip chips;
  private final Runnable step;

  /**
   * An evaluator over a connected pool.
   *
   * @param chips makes chips of the images
   * @param step called after every image, on any thread
   */
  public Evaluator(ServicePool pool, ImageChip chips, Runnable step) {
    this.pool = pool;
    this.chips = chips;
    this.step = step;
  }

  /** Classifies every image once; blocks until the last answer. */
  public Evaluation run(LabelledFolders folders) throws InterruptedException {
    Tally tally = new Tally();
    List<LabelledImage> images = folders.images();
    for (int i = 0; i < images.size(); i++) {
      LabelledImage image = images.get(i);
      try {
        pool.score(chips.read(image, i), outcome -> tally.add(image, outcome));
      } catch (IOException e) {
        tally.fail(image, String.valueOf(e.getMessage()));
      }
    }
    pool.awaitIdle();
    return tally.result(folders.ignored());
  }

  /** Collects answers from the pool's threads. */
  private final class Tally {
    private final ConfusionMatrix matrix = new ConfusionMatrix();
    private final Map<Path, AnsweredImage> answers = new TreeMap<>();
    private final Map<String, String> failed = new TreeMap<>();

    void add(LabelledImage image, ChipOutcome outcome) {
      if (outcome instanceof ChipOutcome.Scored scored) {
        synchronized (this) {
          matrix.add(image.truth(), scored.scores().best());
          answers.put(image.file(), new AnsweredImage(image, scored.scores()));
        }
        step.run();
      } else if (outcome instanceof ChipOutcome.Unscored unscored) {
        fail(image, unscored.detail());
      }
    }

    void fail(LabelledImage image, String sentence) {
      synchronized (this) {
        failed.put(image.file().toString(), sentence);
      }
      step.run();
    }

    synchronized Evaluation result(int ignored) {
      return new Evaluation(matrix, List.copyOf(answers.values()), ignored, failed);
    }
  }
}
