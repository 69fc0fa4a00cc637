package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.coverscape.engine.scoring.PlanException;
import org.junit.jupiter.api.Test;

class ReservoirTest {
  private static List<LabelledChip> chips(int... counts) {
    List<LabelledChip> chips = new ArrayList<>();
    for (int target = 0; target < counts.length; target++) {
      for (int i = 0; i < counts[target]; i++) {
        chips.add(Blobs.chip(i, target, target));
      }
    }
    return chips;
  }

  private static Reservoir of(List<LabelledChip> chips, long seed, int most) {
    Reservoir reservoir = new Reservoir(seed, most);
    chips.forEach(reservoir::add);
    return reservoir;
  }

  private static int[] counts(List<LabelledChip> chips) {
    int[] counts = new int[Targets.COUNT];
    chips.forEach(chip -> counts[chip.target()]++);
    return counts;
  }

  @Test
  void theScarcestClassSaysHowMany() {
    Reservoir reservoir = of(chips(30, 500, 40, 30, 35, 60), 1, 1000);
    assertArrayEquals(
        new int[] {30, 30, 30, 30, 30, 30, 0}, counts(reservoir.balanced(1, Targets.COUNT)));
    assertArrayEquals(
        new int[] {30, 50, 40, 30, 35, 50, 0}, counts(reservoir.balanced(50, Targets.COUNT)));
    assertArrayEquals(new long[] {30, 500, 40, 30, 35, 60, 0}, reservoir.seen());
  }

  @Test
  void whatIsLeftOutDoesNotCountAsScarce() {
    Reservoir reservoir = of(chips(30, 500, 40, 30, 35, 60, 2), 1, 1000);
    assertArrayEquals(new int[] {2, 2, 2, 2, 2, 2, 2}, counts(reservoir.balanced(1, 7)));
    assertArrayEquals(new int[] {30, 30, 30, 30, 30, 30, 0}, counts(reservoir.balanced(1, 6)));
    Reservoir many = of(chips(3000, 3000, 3000, 3000, 3000, 3000, 5), 1, 9999);
    assertEquals(18_000, ChosenChips.of(many, false).chips().size());
  }

  @Test
  void noMoreThanWanted() {
    assertArrayEquals(
        new int[] {20, 20, 7, 0, 0, 0, 0},
        counts(of(chips(30, 500, 7), 1, 20).balanced(100, Targets.COUNT)));
  }

  @Test
  void theSeedDecidesAndTheOrderDoesNot() {
    List<LabelledChip> chips = chips(300, 400);
    List<LabelledChip> drawn = of(chips, 1, 50).balanced(1, Targets.COUNT);
    Collections.shuffle(chips, new Random(9));
    assertEquals(drawn, of(chips, 1, 50).balanced(1, Targets.COUNT));
    assertNotEquals(drawn, of(chips, 2, 50).balanced(1, Targets.COUNT));
  }

  @Test
  void whatLacksIsSaid() {
    ChosenChips chosen = ChosenChips.of(of(chips(30, 4000, 3, 40, 0, 0, 12), 1, 9999), true);
    String said = String.join(" ", chosen.notes());
    assertTrue(said.contains("No chip shows herbaceous or shrub;"), said);
    assertTrue(said.contains("Only 3 chips show developed"), said);
    assertTrue(said.contains("barren is outnumbered 2,000 to 30"), said);
    assertEquals(7, chosen.columns());
  }

  @Test
  void withoutAColumnForThemChipsOfNoneAreLeftOut() {
    ChosenChips chosen = ChosenChips.of(of(chips(30, 40, 30, 40, 30, 30, 12), 1, 99), false);
    assertEquals(6, chosen.columns());
    assertEquals(
        List.of("The preset 2018 cannot learn what is none of the six; 12 chips are left out."),
        chosen.notes());
  }

  @Test
  void oneClassOrNoneIsRefused() {
    String one =
        assertThrows(PlanException.class, () -> ChosenChips.of(of(chips(30), 1, 99), true))
            .getMessage();
    assertEquals("All chips show barren; a head needs labels of at least two classes.", one);
    assertThrows(PlanException.class, () -> ChosenChips.of(new Reservoir(1, 9), true));
    Reservoir water = of(chips(30, 0, 0, 0, 0, 0, 12), 1, 99);
    String preset =
        assertThrows(PlanException.class, () -> ChosenChips.of(water, false)).getMessage();
    assertEquals(
        "The preset 2018 cannot learn what is none of the six, and there are no labels of two"
            + " classes beside it; use the preset best, or add labels.",
        preset);
  }
}
