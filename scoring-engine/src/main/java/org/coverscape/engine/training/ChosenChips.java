package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.scoring.PlanException;

/**
 * The chips a head is made from, and what is to be said of them.
 *
 * @param chips balanced, as far as there are enough
 * @param seen how many of each target there were to choose from
 * @param notes sentences for a person: classes that lack, that are few, or outnumbered
 */
public record ChosenChips(List<LabelledChip> chips, List<Long> seen, List<String> notes) {
  /** Chips of a class that may be taken even where the scarcest class has fewer. */
  private static final int FLOOR = 2000;

  private static final int FEW = 10;
  private static final int OUTNUMBERED = 50;

  /** Takes copies. */
  public ChosenChips {
    chips = List.copyOf(chips);
    seen = List.copyOf(seen);
    notes = List.copyOf(notes);
  }

  /**
   * Chooses from all that a reservoir has seen.
   *
   * @param none whether chips that are none of the six can be learned from
   * @throws PlanException when there is nothing, or a single class, to learn from
   */
  public static ChosenChips of(Reservoir reservoir, boolean none) {
    int targets = none ? Targets.COUNT : LandCoverClass.ALL.size();
    List<LabelledChip> chips = reservoir.balanced(FLOOR, targets);
    int[] counts = counts(chips);
    long left = none ? 0 : reservoir.seen()[Targets.NONE];
    long classes = Arrays.stream(counts).filter(n -> n > 0).count();
    if (left > 0 && classes < 2) {
      throw new PlanException(
          "The preset 2018 cannot learn what is none of the six, and there are no labels of two"
              + " classes beside it; use the preset best, or add labels.");
    }
    if (chips.isEmpty()) {
      throw new PlanException(
          "No chip has labels of one class; use labels that fill chips of 224 m, on the ground of"
              + " the imagery.");
    }
    List<Integer> shown =
        IntStream.range(0, Targets.COUNT).filter(t -> counts[t] > 0).boxed().toList();
    if (shown.size() == 1) {
      throw new PlanException(
          "All chips show "
              + Targets.label(shown.get(0))
              + "; a head needs labels of at least two classes.");
    }
    List<String> notes = new ArrayList<>();
    if (left > 0) {
      notes.add(
          "The preset 2018 cannot learn what is none of the six; " + left + " chips are left out.");
    }
    notes.addAll(remarks(counts));
    List<Long> seen = Arrays.stream(reservoir.seen()).boxed().toList();
    return new ChosenChips(chips, seen, notes);
  }

  private static int[] counts(List<LabelledChip> chips) {
    int[] counts = new int[Targets.COUNT];
    chips.forEach(chip -> counts[chip.target()]++);
    return counts;
  }

  private static List<String> remarks(int... counts) {
    List<String> notes = new ArrayList<>();
    List<String> missing = names(t -> t < LandCoverClass.ALL.size() && counts[t] == 0);
    if (!missing.isEmpty()) {
      notes.add(
          "No chip shows "
              + String.join(" or ", missing)
              + "; the head will never answer so. Add labels of it to learn it.");
    }
    int most = Arrays.stream(counts).max().orElse(0);
    for (int target = 0; target < counts.length; target++) {
      if (counts[target] > 0 && counts[target] < FEW) {
        notes.add(
            "Only %d chips show %s, and its figures say little; add labels of it."
                .formatted(counts[target], Targets.label(target)));
      } else if (counts[target] > 0 && most > OUTNUMBERED * counts[target]) {
        notes.add(
            String.format(
                Locale.ROOT,
                "%s is outnumbered %,d to %,d; limit the others with --per-class, or add labels of"
                    + " it.",
                Targets.label(target),
                most,
                counts[target]));
      }
    }
    return notes;
  }

  private static List<String> names(IntPredicate which) {
    return IntStream.range(0, Targets.COUNT).filter(which).mapToObj(Targets::label).toList();
  }

  /** Columns of a head for these chips: seven where some are none of the six. */
  public int columns() {
    boolean none = chips.stream().anyMatch(chip -> chip.target() == Targets.NONE);
    return none ? Targets.COUNT : LandCoverClass.ALL.size();
  }
}
