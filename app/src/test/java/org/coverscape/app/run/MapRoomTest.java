package org.coverscape.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.scoring.MapMemory;
import org.coverscape.engine.scoring.PlanException;
import org.junit.jupiter.api.Test;

class MapRoomTest {
  private static MapRoom room(long cells, CellSize size) {
    return new MapRoom(new MapMemory(cells), size, 1L << 30);
  }

  @Test
  void aMapThatFitsIsLetPass() {
    room(50_000_000, CellSize.DENSE).check();
    assertEquals(Optional.empty(), room(50_000_000, CellSize.DENSE).refusal());
  }

  @Test
  void oneThatDoesNotIsRefusedInTheWordsOfTheWindow() {
    String sentence =
        "The map of this region takes about 1,908 MB of memory, and the program may use 1,024;"
            + " choose a smaller region";
    assertEquals(
        sentence + ", or set Cells to 224 m.",
        assertThrows(PlanException.class, room(100_000_000, CellSize.DENSE)::check).getMessage());
    assertEquals(Optional.of(sentence + "."), room(100_000_000, CellSize.CHIP).refusal());
  }
}
