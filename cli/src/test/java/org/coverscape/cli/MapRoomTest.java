package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.scoring.MapMemory;
import org.junit.jupiter.api.Test;

class MapRoomTest {
  private static final long HEAP = 256L << 20;

  private static String refusal(long cells, CellSize size) {
    return new MapRoom(new MapMemory(cells, false), size, HEAP).refusal().orElseThrow();
  }

  @Test
  void aMapThatFitsIsLetPass() {
    MapRoom room = new MapRoom(new MapMemory(6_000_000, false), CellSize.DENSE, HEAP);
    assertEquals(Optional.empty(), room.refusal());
    room.check();
  }

  @Test
  void oneThatDoesNotIsRefusedWithWhatToDo() {
    String sentence =
        "The map of this region takes about 1,908 MB of memory, and the program may use 256; give"
            + " more with COVERSCAPE_JAVA_OPTIONS=-Xmx2048m, split the region";
    assertEquals(sentence + ", or use --cells chip.", refusal(100_000_000, CellSize.DENSE));
    assertEquals(sentence + ".", refusal(100_000_000, CellSize.CHIP));
    MapRoom room = new MapRoom(new MapMemory(100_000_000, false), CellSize.CHIP, HEAP);
    assertThrows(UserException.class, room::check);
  }

  @Test
  void theMapOfAJobThatHasRunIsRefusedWithWhatStillHelps() {
    MapRoom room = new MapRoom(new MapMemory(100_000_000, false), CellSize.DENSE, HEAP);
    assertEquals(
        "The map of this job takes about 1,908 MB of memory, and the program may use 256; give more"
            + " with COVERSCAPE_JAVA_OPTIONS=-Xmx2048m.",
        room.refusalOfJob().orElseThrow());
    assertThrows(UserException.class, room::checkJob);
    MapRoom endless = new MapRoom(new MapMemory(3_000_000_000L, false), CellSize.DENSE, HEAP);
    assertTrue(
        endless.refusalOfJob().orElseThrow().endsWith("score its ground in smaller regions."));
    assertEquals(
        Optional.empty(), new MapRoom(new MapMemory(9, false), CellSize.CHIP, HEAP).refusalOfJob());
  }

  @Test
  void noMemoryHoldsAnyNumberOfCells() {
    assertEquals(
        "The map of this region takes about 57,221 MB of memory, and the program may use 256; split"
            + " the region, or use --cells chip.",
        refusal(3_000_000_000L, CellSize.DENSE));
  }
}
