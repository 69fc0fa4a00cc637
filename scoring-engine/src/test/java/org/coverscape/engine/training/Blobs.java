package org.coverscape.engine.training;

import java.util.Random;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.region.UtmZone;

/** Made-up chips whose classes lie apart in the space of their features. */
final class Blobs {
  static final int WIDTH = 12;

  private Blobs() {}

  /** As many chips of each class as counts say; features have different scales. */
  static TrainingData data(long seed, int... counts) {
    Random random = new Random(seed);
    int all = java.util.stream.IntStream.of(counts).sum();
    float[][] rows = new float[all][WIDTH];
    int[] targets = new int[all];
    int at = 0;
    for (int target = 0; target < counts.length; target++) {
      for (int i = 0; i < counts[target]; i++, at++) {
        rows[at] = row(random, target);
        targets[at] = target;
      }
    }
    return new TrainingData(FeatureRows.of(rows), targets, counts.length);
  }

  /**
   * Around 4 in the class's own feature, 0 elsewhere, deviation 1; the last one is 1000 times so.
   */
  static float[] row(Random random, int target) {
    float[] row = new float[WIDTH];
    for (int f = 0; f < WIDTH; f++) {
      row[f] = (float) random.nextGaussian() + (f == target ? 4 : 0);
    }
    row[WIDTH - 1] = (float) random.nextGaussian() * 1000 + 500;
    return row;
  }

  static LabelledChip chip(int row, int col, int target) {
    ChipIndex index = ChipIndex.of(new UtmZone(14, true), row, col);
    return new LabelledChip(index, target, new Place("14N", row, col));
  }
}
