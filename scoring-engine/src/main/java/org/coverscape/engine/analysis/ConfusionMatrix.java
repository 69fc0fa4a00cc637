package org.coverscape.engine.analysis;

import java.util.Optional;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * Counts of truth against answer: a row per true class, a column per answered class and a last one
 * for unclassified, both in class-id order.
 *
 * <p>Precision, recall and F1 are as usual in information retrieval; where a class was never
 * answered, or never true, the figure is 0. Not thread-safe while it is filled.
 */
public final class ConfusionMatrix {
  private static final int CLASSES = LandCoverClass.ALL.size();

  private final long[][] counts = new long[CLASSES][CLASSES + 1];

  /** Counts one answer; empty is unclassified. */
  public void add(LandCoverClass truth, Optional<LandCoverClass> answer) {
    counts[truth.id() - 1][answer.map(a -> a.id() - 1).orElse(CLASSES)]++;
  }

  /** A copy of the counts, six rows of seven. */
  public long[][] counts() {
    long[][] copy = new long[CLASSES][];
    for (int i = 0; i < CLASSES; i++) {
      copy[i] = counts[i].clone();
    }
    return copy;
  }

  /** All that were counted. */
  public long total() {
    long sum = 0;
    for (LandCoverClass c : LandCoverClass.ALL) {
      sum += truths(c);
    }
    return sum;
  }

  /** How many are truly of a class. */
  public long truths(LandCoverClass c) {
    long sum = 0;
    for (long count : counts[c.id() - 1]) {
      sum += count;
    }
    return sum;
  }

  /** How many were answered as a class. */
  public long answers(LandCoverClass c) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[c.id() - 1];
    }
    return sum;
  }

  /** The share that was answered rightly, 0 to 1; unclassified is wrong. */
  public double accuracy() {
    long hits = 0;
    for (LandCoverClass c : LandCoverClass.ALL) {
      hits += hits(c);
    }
    return ratio(hits, total());
  }

  /** The mean recall of the classes that occur, 0 to 1. */
  public double balancedAccuracy() {
    double sum = 0;
    int occurring = 0;
    for (LandCoverClass c : LandCoverClass.ALL) {
      if (truths(c) > 0) {
        sum += recall(c);
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  /** The share of a class's answers that are right. */
  public double precision(LandCoverClass c) {
    return ratio(hits(c), answers(c));
  }

  /** The share of a class's truth that was found. */
  public double recall(LandCoverClass c) {
    return ratio(hits(c), truths(c));
  }

  /** The harmonic mean of precision and recall. */
  public double f1(LandCoverClass c) {
    return ratio(2 * hits(c), truths(c) + answers(c));
  }

  private long hits(LandCoverClass c) {
    return counts[c.id() - 1][c.id() - 1];
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
