package org.coverscape.app.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class OneMoreTest {
  private final Deque<Runnable> turns = new ArrayDeque<>();
  private final OneMore work = new OneMore(turns::add);

  @Test
  void requestsDuringATurnLeadToOneMore() {
    for (int i = 0; i < 300; i++) {
      work.ask();
    }
    assertEquals(1, turns.size());
    turns.remove().run();
    assertEquals(1, turns.size(), "one more for all that was asked meanwhile");
    turns.remove().run();
    assertEquals(0, turns.size());
  }

  @Test
  void afterItsEndATurnCanBeAskedForAgain() {
    work.ask();
    turns.remove().run();
    work.ask();
    assertEquals(1, turns.size());
  }

  @Test
  void workThatEndsAtOnceDoesNotStick() {
    int[] count = {0};
    OneMore quick =
        new OneMore(
            ended -> {
              count[0]++;
              ended.run();
            });
    quick.ask();
    quick.ask();
    assertEquals(2, count[0]);
  }
}
