package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what became of the cells of a region. Not thread-safe. */
public final class LabelTally {
  private final Map<CellLabel.State, Long> counts = new EnumMap<>(CellLabel.State.class);

  /** Counts a cell. */
  public void add(CellLabel label) {
    counts.merge(label.state(), 1L, Long::sum);
  }

  /** Cells in a state. */
  public long count(CellLabel.State state) {
    return counts.getOrDefault(state, 0L);
  }

  /** All cells. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * What a person should know, in sentences.
   *
   * @param unknown codes or names that stand for no class
   */
  public List<String> notes(List<String> unknown) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d cells: %,d of one class, %,d of several, %,d without labels.",
            total(),
            count(CellLabel.State.AGREED),
            count(CellLabel.State.MIXED),
            count(CellLabel.State.SILENT) + count(CellLabel.State.UNKNOWN)));
    if (!unknown.isEmpty()) {
      notes.add(
          "The labels hold what stands for no class ("
              + some(unknown)
              + "); its chips are left out, until "
              + (areCodes(unknown)
                  ? "--crosswalk names its class."
                  : "it is renamed to one of the six classes or none."));
    }
    return notes;
  }

  /** A crosswalk is of codes; names are those of the classes, or nothing. */
  private static boolean areCodes(List<String> unknown) {
    return unknown.stream().allMatch(code -> code.matches("-?[0-9]+"));
  }

  private static String some(List<String> unknown) {
    return String.join(", ", unknown.stream().limit(8).toList())
        + (unknown.size() > 8 ? ", …" : "");
  }

  /** Why no cell is of one class, in one sentence. */
  String whyNone(List<String> unknown) {
    if (count(CellLabel.State.UNKNOWN) > count(CellLabel.State.MIXED)) {
      return areCodes(unknown)
          ? "The codes of the labels ("
              + some(unknown)
              + ") stand for no class; say with --crosswalk what they mean."
          : "The names of the labels ("
              + some(unknown)
              + ") stand for no class; use the six names or none.";
    }
    return count(CellLabel.State.MIXED) > 0
        ? "No chip is of one class; use labels that fill chips of 224 m."
        : "The labels say nothing about the ground under the imagery; use labels of that place, or"
            + " imagery of theirs.";
  }
}
