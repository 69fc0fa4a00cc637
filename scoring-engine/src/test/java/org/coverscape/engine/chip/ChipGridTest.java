package org.coverscape.engine.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Test;

class ChipGridTest {
  private static final ChipGrid CHIPS = ChipGrid.of(new UtmZone(14, true));

  @Test
  void fortyNineCellsMakeAChip() {
    ChipGrid cells = CHIPS.cells();
    assertEquals(32, cells.cellSize());
    assertEquals(CHIPS, cells.chips());
    assertEquals(CHIPS, CHIPS.chips());
    for (int row = -14; row < -7; row++) {
      for (int col = 21; col < 28; col++) {
        assertEquals(CHIPS.index(-2, 3), cells.chipOf(row, col));
        assertEquals(CHIPS.cell(-2, 3), cells.support(row, col));
      }
    }
    assertEquals(CHIPS.index(-1, 4), cells.chipOf(-7, 28));
    assertEquals(CHIPS.index(5, 6), CHIPS.chipOf(5, 6));
  }

  @Test
  void cellsGoWithWholeStridesAndNoChipIsCutForThem() {
    assertThrows(IllegalArgumentException.class, () -> new ChipGrid(CHIPS.zone(), 1, 112).cells());
    assertThrows(IllegalStateException.class, () -> CHIPS.cells().margin());
    assertThrows(IllegalArgumentException.class, () -> new ChipGrid(CHIPS.zone(), 1, 64));
  }
}
