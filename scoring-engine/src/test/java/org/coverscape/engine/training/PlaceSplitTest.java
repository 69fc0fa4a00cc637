package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlaceSplitTest {
  /** 100 × 60 cells; classes in stripes of five rows. */
  private static List<LabelledChip> county() {
    List<LabelledChip> chips = new ArrayList<>();
    for (int row = 0; row < 100; row++) {
      for (int col = -30; col < 30; col++) {
        chips.add(Blobs.chip(row, col, row / 5 % 6));
      }
    }
    return chips;
  }

  private static Set<String> blocks(List<LabelledChip> chips, List<Integer> which, int size) {
    return which.stream().map(i -> chips.get(i).place().block(size)).collect(Collectors.toSet());
  }

  @Test
  void noBlockIsOnBothSides() {
    List<LabelledChip> chips = county();
    PlaceSplit split = PlaceSplit.of(chips, 1);
    assertEquals(10, split.block());
    Set<String> both = new HashSet<>(blocks(chips, split.training(), 10));
    both.retainAll(blocks(chips, split.validation(), 10));
    assertEquals(Set.of(), both);
    assertEquals(chips.size(), split.training().size() + split.validation().size());
  }

  @Test
  void aFifthOfEachClassIsHeldBack() {
    List<LabelledChip> chips = county();
    int[] held = PlaceSplit.counts(chips, PlaceSplit.of(chips, 1).validation());
    for (int target = 0; target < 6; target++) {
      assertEquals(0.2, held[target] / 1000.0, 0.06);
    }
  }

  @Test
  void theSeedDecides() {
    List<LabelledChip> chips = county();
    assertEquals(PlaceSplit.of(chips, 3), PlaceSplit.of(chips, 3));
    assertNotEquals(PlaceSplit.of(chips, 3), PlaceSplit.of(chips, 4));
  }

  @Test
  void littleGroundIsSplitInSmallerBlocks() {
    List<LabelledChip> chips = new ArrayList<>();
    for (int row = 0; row < 9; row++) {
      for (int col = 0; col < 9; col++) {
        chips.add(Blobs.chip(row, col, col % 2));
      }
    }
    PlaceSplit split = PlaceSplit.of(chips, 1);
    assertTrue(split.block() < 10);
    assertFalse(split.validation().isEmpty());
  }

  @Test
  void oneChipIsForTraining() {
    PlaceSplit split = PlaceSplit.of(List.of(Blobs.chip(0, 0, 2)), 1);
    assertEquals(List.of(0), split.training());
    assertEquals(List.of(), split.validation());
  }
}
