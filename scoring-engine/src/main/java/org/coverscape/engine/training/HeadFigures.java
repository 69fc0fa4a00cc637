package org.coverscape.engine.training;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coverscape.engine.classifier.ClassifierHead;

/**
 * How often a head was right: a row for what each chip shows, a column for the answer, in class-id
 * order with none last. Precision, recall and F1 are 0 where they are not defined. Not thread-safe.
 */
public final class HeadFigures {
  private final long[][] counts = new long[Targets.COUNT][Targets.COUNT];

  /** The answers of a head on chips. */
  public static HeadFigures of(ClassifierHead head, TrainingData chips) {
    HeadFigures figures = new HeadFigures();
    float[] row = new float[chips.features().width()];
    for (int i = 0; i < chips.size(); i++) {
      chips.features().copy(i, row);
      figures.add(chips.targets()[i], Targets.of(head.apply(row).best()));
    }
    return figures;
  }

  /** Counts one answer. */
  public void add(int target, int answer) {
    counts[target][answer]++;
  }

  /** Chips that were answered. */
  public long total() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  /** Chips that show a target. */
  public long shown(int target) {
    return Arrays.stream(counts[target]).sum();
  }

  /** Share of all chips that were right, 0 to 1. */
  public double accuracy() {
    return ratio(IntStream.range(0, Targets.COUNT).mapToLong(t -> counts[t][t]).sum(), total());
  }

  /** Mean recall of the targets that are shown, 0 to 1. */
  public double balancedAccuracy() {
    return IntStream.range(0, Targets.COUNT)
        .filter(target -> shown(target) > 0)
        .mapToDouble(this::recall)
        .average()
        .orElse(0);
  }

  /** Share of a target's answers that were right. */
  public double precision(int target) {
    return ratio(counts[target][target], answered(target));
  }

  /** Share of a target's chips that were found. */
  public double recall(int target) {
    return ratio(counts[target][target], shown(target));
  }

  /** Harmonic mean of precision and recall. */
  public double f1(int target) {
    return ratio(2 * counts[target][target], shown(target) + answered(target));
  }

  private long answered(int target) {
    return Arrays.stream(counts).mapToLong(row -> row[target]).sum();
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A copy of the counts, seven rows of seven. */
  public long[][] counts() {
    return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  /** The counts as a table with a header, {@code shows} and the answers. */
  public String toCsv() {
    return IntStream.range(0, Targets.COUNT)
        .mapToObj(
            target ->
                Targets.label(target)
                    + Arrays.stream(counts[target])
                        .mapToObj(n -> "," + n)
                        .collect(Collectors.joining()))
        .collect(
            Collectors.joining(
                "\n", "shows," + String.join(",", Targets.labels(Targets.COUNT)) + "\n", "\n"));
  }
}
