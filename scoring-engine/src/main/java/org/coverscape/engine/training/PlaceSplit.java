package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Parts chips into those to train on and those to validate with, by place: chips of one block are
 * never on both sides, since neighbours look alike.
 *
 * @param training places in the list of chips, ascending
 * @param validation places in the list of chips, ascending
 * @param block chips along a block's side
 */
public record PlaceSplit(List<Integer> training, List<Integer> validation, int block) {
  /** Blocks of 2.24 km of ground, or ten neighbouring images; smaller ones where those are few. */
  private static final int[] SIZES = {10, 5, 2, 1};

  private static final double SHARE = 0.2;

  /** A class of fewer chips need not be in the validation. */
  private static final int WORTH_VALIDATING = 5;

  /** Takes copies. */
  public PlaceSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
  }

  /**
   * Splits chips, about a fifth of each class for validation, as far as whole blocks allow. The
   * largest blocks are taken that leave every class on both sides.
   */
  public static PlaceSplit of(List<LabelledChip> chips, long seed) {
    PlaceSplit split = null;
    for (int size : SIZES) {
      split = of(chips, seed, size);
      if (split.holdsEveryClass(chips)) {
        return split;
      }
    }
    return split == null ? new PlaceSplit(List.of(), List.of(), 1) : split;
  }

  private static PlaceSplit of(List<LabelledChip> chips, long seed, int size) {
    Map<String, List<Integer>> blocks = new LinkedHashMap<>();
    for (int i = 0; i < chips.size(); i++) {
      blocks.computeIfAbsent(chips.get(i).place().block(size), b -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> order = new ArrayList<>(blocks.values());
    Collections.shuffle(order, new Random(seed));
    int[] all = counts(chips, all(chips.size()));
    int[] held = new int[Targets.COUNT];
    List<Integer> training = new ArrayList<>();
    List<Integer> validation = new ArrayList<>();
    for (List<Integer> block : order) {
      int[] with = held.clone();
      block.forEach(i -> with[chips.get(i).target()]++);
      if (deviation(with, all) < deviation(held, all)) {
        validation.addAll(block);
        held = with;
      } else {
        training.addAll(block);
      }
    }
    Collections.sort(training);
    Collections.sort(validation);
    return new PlaceSplit(training, validation, size);
  }

  private static List<Integer> all(int count) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(i);
    }
    return places;
  }

  /** How far the share of each class is from the one wanted. */
  private static double deviation(int[] held, int[] all) {
    double sum = 0;
    for (int target = 0; target < all.length; target++) {
      if (all[target] > 0) {
        double off = held[target] / (double) all[target] - SHARE;
        sum += off * off;
      }
    }
    return sum;
  }

  private boolean holdsEveryClass(List<LabelledChip> chips) {
    int[] all = counts(chips, all(chips.size()));
    int[] held = counts(chips, validation);
    int[] kept = counts(chips, training);
    for (int target = 0; target < all.length; target++) {
      boolean few = all[target] < WORTH_VALIDATING;
      if (all[target] > 0 && (kept[target] == 0 || (!few && held[target] == 0))) {
        return false;
      }
    }
    return true;
  }

  /** How many of some chips show each target. */
  static int[] counts(List<LabelledChip> chips, List<Integer> which) {
    int[] counts = new int[Targets.COUNT];
    which.forEach(i -> counts[chips.get(i).target()]++);
    return counts;
  }
}
