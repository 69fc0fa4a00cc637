package org.coverscape.cli.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private record Planned(double time, int order) {}

  @Test
  void thingsHappenInTheirOrder() {
    Timeline timeline = new Timeline();
    SplittableRandom random = new SplittableRandom(1);
    List<Planned> planned = new ArrayList<>();
    List<Planned> happened = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      Planned event = new Planned(random.nextInt(100), i);
      planned.add(event);
      timeline.at(event.time(), () -> happened.add(event));
    }
    timeline.run();
    planned.sort(Comparator.comparingDouble(Planned::time).thenComparingInt(Planned::order));
    assertEquals(planned, happened);
    assertEquals(planned.get(planned.size() - 1).time(), timeline.now());
  }

  @Test
  void whatHappensMayPlanMore() {
    Timeline timeline = new Timeline();
    List<Double> times = new ArrayList<>();
    timeline.after(
        1,
        () -> {
          times.add(timeline.now());
          timeline.after(2, () -> times.add(timeline.now()));
          timeline.after(0, () -> times.add(timeline.now()));
        });
    timeline.run();
    assertEquals(List.of(1.0, 1.0, 3.0), times);
  }

  @Test
  void nothingHappensInThePast() {
    Timeline timeline = new Timeline();
    timeline.after(
        5, () -> assertThrows(IllegalArgumentException.class, () -> timeline.at(4, () -> {})));
    timeline.run();
    assertEquals(5, timeline.now());
  }
}
