package org.coverscape.cli.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One device with images that come at random, against the formula of Pollaczek and Khinchine. */
class QueueTheoryTest {
  private static final int IMAGES = 400_000;
  private static final double SERVICE = 0.0026;

  /** M/D/1: the mean wait is ρ s / (2 (1 − ρ)). */
  @Test
  void waitsBeforeASteadyDeviceAreThoseOfMD1() {
    for (double load : new double[] {0.3, 0.6, 0.9}) {
      double wait = load * SERVICE / (2 * (1 - load));
      assertEquals(SERVICE + wait, meanStay(load, Jitter.NONE), 0.03 * (SERVICE + wait));
    }
  }

  /** M/M/1: the mean stay is s / (1 − ρ). */
  @Test
  void staysWithAnExponentialDeviceAreThoseOfMM1() {
    for (double load : new double[] {0.3, 0.6, 0.8}) {
      double stay = SERVICE / (1 - load);
      assertEquals(stay, meanStay(load, Jitter.exponential()), 0.04 * stay);
    }
  }

  /** M/G/1: an even spread by a share a has the second moment s² (1 + a² / 3). */
  @Test
  void waitsBeforeAJitteryDeviceGrowWithItsSecondMoment() {
    double load = 0.8;
    double spread = 0.9;
    double wait = load * SERVICE * (1 + spread * spread / 3) / (2 * (1 - load));
    assertEquals(SERVICE + wait, meanStay(load, Jitter.within(spread)), 0.03 * (SERVICE + wait));
  }

  /** Mean seconds from the arrival of an image to its end. */
  private static double meanStay(double load, Jitter jitter) {
    Timeline timeline = new Timeline();
    SplittableRandom random = new SplittableRandom(7);
    Device device = new Device(timeline, SERVICE, jitter, random.split());
    CallBook book = new CallBook(timeline);
    double moment = 0;
    for (int i = 0; i < IMAGES; i++) {
      moment += -Math.log(1 - random.nextDouble()) * SERVICE / load;
      double came = moment;
      timeline.at(
          came,
          () -> {
            book.begin();
            device.take(new Ended(() -> book.end(came)));
          });
    }
    timeline.run();
    assertEquals(IMAGES, device.scored());
    // Little: the number present is the rate of arrivals times the stay
    double present = book.meanInFlight(timeline.now());
    assertEquals(IMAGES / timeline.now() * book.meanSeconds(), present, 1e-9 * present);
    return book.meanSeconds();
  }

  private record Ended(Runnable action) implements Device.Fate {
    @Override
    public void scored() {
      action.run();
    }

    @Override
    public void lost() {
      throw new AssertionError("this device does not die");
    }
  }
}
