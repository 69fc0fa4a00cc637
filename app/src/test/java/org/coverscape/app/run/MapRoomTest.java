package org.coverscape.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.scoring.MapMemory;
import org.coverscape.engine.scoring.PlanException;
import org.junit.jupiter.api.Test;

class MapRoomTest {
  private static MapRoom room(long cells, CellSize size) {
    return new MapRoom(new MapMemory(cells, true), size, 1L << 30);
  }

  @Test
  void aMapThatFitsIsLetPass() {
    room(30_000_000, CellSize.DENSE).check();
    room(30_000_000, CellSize.DENSE).checkJob();
  }

  @Test
  void oneThatDoesNotIsRefusedInTheWordsOfTheWindow() {
    String sentence =
        "The map of this region takes about 2,671 MB of memory, and the program may use 1,024;"
            + " choose a smaller region";
    assertEquals(
        sentence + ", or set Cells to 224 m.",
        assertThrows(PlanException.class, room(100_000_000, CellSize.DENSE)::check).getMessage());
    assertEquals(
        sentence + ".",
        assertThrows(PlanException.class, room(100_000_000, CellSize.CHIP)::check).getMessage());
  }

  @Test
  void theMapOfAJobThatHasRunNeedsAnotherComputer() {
    assertEquals(
        "The map of this job takes about 2,671 MB of memory, and the program may use 1,024; open it"
            + " on a computer with more memory.",
        assertThrows(PlanException.class, room(100_000_000, CellSize.DENSE)::checkJob)
            .getMessage());
  }
}
