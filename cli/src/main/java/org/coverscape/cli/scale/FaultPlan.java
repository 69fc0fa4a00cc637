package org.coverscape.cli.scale;

import java.util.SplittableRandom;

/** Lets services die and come back, at random, until the run is over. */
final class FaultPlan {
  private final Timeline timeline;
  private final Faults faults;
  private final RunBook book;
  private final SplittableRandom random;

  FaultPlan(Timeline timeline, Faults faults, RunBook book, SplittableRandom random) {
    this.timeline = timeline;
    this.faults = faults;
    this.book = book;
    this.random = random;
  }

  /** Plans the next death of a service; lives are exponential, as of things that do not age. */
  void watch(Device device) {
    if (Double.isInfinite(faults.meanLife())) {
      return;
    }
    double life = -StrictMath.log(1 - random.nextDouble()) * faults.meanLife();
    timeline.after(
        life,
        () -> {
          if (!book.isOver()) {
            device.die();
            timeline.after(
                faults.downSeconds(),
                () -> {
                  device.restart();
                  watch(device);
                });
          }
        });
  }
}
