package org.coverscape.map.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TileQueueTest {
  private long now = Long.MAX_VALUE - 5;
  private final TileQueue queue = new TileQueue(() -> now);

  @Test
  void handsOutEachTileOnceInTheAskedOrder() {
    queue.want(List.of(at(3), at(1), at(2)));
    assertEquals(at(3), queue.poll());
    assertEquals(at(1), queue.poll());
    queue.found(at(3));
    assertEquals(at(2), queue.poll());
    assertNull(queue.poll());
  }

  @Test
  void whatIsOutOfViewIsForgotten() {
    queue.want(List.of(at(1), at(2)));
    queue.want(List.of(at(7)));
    assertEquals(at(7), queue.poll());
    assertNull(queue.poll());
  }

  @Test
  void whatIsMissingIsNotAskedForAgain() {
    queue.want(List.of(at(1)));
    assertEquals(at(1), queue.poll());
    queue.missing(at(1));
    queue.want(List.of(at(1)));
    assertNull(queue.poll());
    assertTrue(queue.isMissing(at(1)));
  }

  @Test
  void whatFailedIsTriedAgainAfterWaitsThatDouble() {
    queue.want(List.of(at(1)));
    for (int seconds : new int[] {4, 8, 16}) {
      assertEquals(at(1), queue.poll());
      queue.failed(at(1));
      assertTrue(queue.isGivenUp(at(1)));
      now += TimeUnit.SECONDS.toNanos(seconds) - 1;
      assertNull(queue.poll());
      now += 1;
    }
    assertEquals(at(1), queue.poll());
    queue.found(at(1));
    assertFalse(queue.isGivenUp(at(1)));
  }

  @Test
  void aNewEditionAsksForWhatWasMissingAndIgnoresOldAnswers() {
    queue.want(List.of(at(1), at(2)));
    assertEquals(at(1), queue.poll());
    queue.missing(at(1));
    assertEquals(at(2), queue.poll());
    queue.renew();
    queue.missing(at(2));
    assertFalse(queue.isGivenUp(at(1)) || queue.isGivenUp(at(2)));
    assertTrue(queue.isMissing(at(1)), "it is drawn as before until the answer comes");
    assertEquals(at(1), queue.poll());
    assertEquals(at(2), queue.poll());
    queue.found(at(1));
    queue.missing(at(2));
    assertFalse(queue.isMissing(at(1)));
    assertTrue(queue.isGivenUp(at(2)));
  }

  @Test
  void aClosedQueueLetsItsWorkersGo() throws InterruptedException {
    queue.want(List.of(at(1)));
    queue.close();
    assertNull(queue.take());
  }

  private static TileAddress at(int x) {
    return new TileAddress(5, x, 0);
  }
}
