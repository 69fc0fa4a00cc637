package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTallyTest {
  private static LabelTally of(CellLabel.State... states) {
    LabelTally tally = new LabelTally();
    for (CellLabel.State state : states) {
      tally.add(CellLabel.of(state, List.of()));
    }
    return tally;
  }

  @Test
  void cellsAreCountedAndUnknownCodesNamed() {
    LabelTally tally = of(CellLabel.State.AGREED, CellLabel.State.MIXED, CellLabel.State.UNKNOWN);
    assertEquals(
        "3 cells: 1 of one class, 1 of several, 1 without labels.", tally.notes(List.of()).get(0));
    String codes = tally.notes(List.of("35", "77")).get(1);
    assertTrue(codes.contains("(35, 77)") && codes.endsWith("--crosswalk names its class."), codes);
    String names = tally.notes(List.of("maize")).get(1);
    assertTrue(names.endsWith("renamed to one of the six classes or none."), names);
  }

  @Test
  void theReasonForNothingIsTheNearestOne() {
    String unknown = of(CellLabel.State.SILENT, CellLabel.State.UNKNOWN).whyNone(List.of("1", "2"));
    assertEquals(
        "The codes of the labels (1, 2) stand for no class; say with --crosswalk what they mean.",
        unknown);
    String names = of(CellLabel.State.UNKNOWN).whyNone(List.of("maize", "oats"));
    assertEquals(
        "The names of the labels (maize, oats) stand for no class; use the six names or none.",
        names);
    assertTrue(
        of(CellLabel.State.SILENT, CellLabel.State.MIXED).whyNone(List.of()).contains("224 m"));
    assertTrue(
        of(CellLabel.State.MIXED, CellLabel.State.UNKNOWN, CellLabel.State.MIXED)
            .whyNone(List.of("35"))
            .contains("224 m"),
        "most of the cells decide");
    assertTrue(of(CellLabel.State.SILENT).whyNone(List.of()).contains("say nothing"));
  }
}
