package org.coverscape.engine.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coverscape.engine.analysis.ConfusionMatrix;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.imagery.ImageFile;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.region.UtmZone;

/**
 * Has labelled images classified by services and counts truth against answer.
 *
 * <p>An image is brought to the network's ground sample distance by area averaging, then mirrored
 * out to a chip or cut down to its middle. Its own distance comes from its georeference, else from
 * the caller. Images finer or coarser by less than a hundredth are left as they are.
 */
public final class Evaluator {
  private static final UtmZone NOWHERE = new UtmZone(1, true);

  private final ServicePool pool;
  private final double modelGsd;
  private final double defaultGsd;
  private final Runnable step;

  /**
   * An evaluator over a connected pool.
   *
   * @param modelGsd the network's ground sample distance in metres
   * @param defaultGsd that of images without georeference
   * @param step called after every image, on any thread
   */
  public Evaluator(ServicePool pool, double modelGsd, double defaultGsd, Runnable step) {
    this.pool = pool;
    this.modelGsd = modelGsd;
    this.defaultGsd = defaultGsd;
    this.step = step;
  }

  /** Classifies every image once; blocks until the last answer. */
  public Evaluation run(LabelledFolders folders) throws InterruptedException {
    Tally tally = new Tally();
    List<LabelledImage> images = folders.images();
    for (int i = 0; i < images.size(); i++) {
      LabelledImage image = images.get(i);
      try {
        Chip chip = chip(ImageFile.read(image.file()), i);
        pool.score(chip, outcome -> tally.add(image, outcome));
      } catch (IOException e) {
        tally.fail(image, String.valueOf(e.getMessage()));
      }
    }
    pool.awaitIdle();
    return tally.result(folders.ignored());
  }

  private Chip chip(ImageFile image, int number) {
    double scale = image.gsd().orElse(defaultGsd) / modelGsd;
    byte[] rgb = image.rgb();
    int width = image.width();
    int height = image.height();
    if (Math.abs(scale - 1) > 0.01) {
      int newWidth = Math.max(1, (int) Math.round(width * scale));
      int newHeight = Math.max(1, (int) Math.round(height * scale));
      rgb = AreaAverage.shrink(rgb, width, height, newWidth, newHeight);
      width = newWidth;
      height = newHeight;
    }
    return new Chip(
        ChipIndex.of(NOWHERE, number, 0), ChipFit.fit(rgb, width, height), 1.0, List.of());
  }

  /** Collects answers from the pool's threads. */
  private final class Tally {
    private final ConfusionMatrix matrix = new ConfusionMatrix();
    private final Map<String, String> failed = new TreeMap<>();

    void add(LabelledImage image, ChipOutcome outcome) {
      if (outcome instanceof ChipOutcome.Scored scored) {
        synchronized (this) {
          matrix.add(image.truth(), scored.scores().best());
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
      return new Evaluation(matrix, ignored, failed);
    }
  }
}
