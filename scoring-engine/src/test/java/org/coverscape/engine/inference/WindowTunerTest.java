package org.coverscape.engine.inference;

import static org.coverscape.engine.inference.SimulatedDevice.MILLI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows in closed loops with simulated services, on a virtual clock. */
class WindowTunerTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long HOP = MILLI / 10;
  private static final long FAR = 50 * MILLI;
  private static final int[] FIXED = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128};

  enum Kind {
    SERIAL,
    SERIAL_ROUGH,
    FAR,
    SLOW,
    BATCHING,
    SLOWS_DOWN,
    FAR_AND_FASTER;

    SimulatedDevice device() {
      return switch (this) {
        case SERIAL -> SimulatedDevice.serial(t -> 2_600_000, 0.05, 1);
        case SERIAL_ROUGH -> SimulatedDevice.serial(t -> 2_600_000, 0.5, 2);
        case FAR -> SimulatedDevice.serial(t -> 2_600_000, 0.05, 3).behind(50 * MILLI);
        case SLOW -> SimulatedDevice.serial(t -> 100 * MILLI, 0.1, 4);
        case BATCHING -> SimulatedDevice.batching(32, 10 * MILLI, MILLI / 2);
        case SLOWS_DOWN ->
            SimulatedDevice.serial(t -> t < 30 * SECOND ? 2_600_000 : 10_400_000, 0.05, 5);
        case FAR_AND_FASTER ->
            SimulatedDevice.serial(t -> t < 30 * SECOND ? 10_400_000 : 2_600_000, 0.05, 6)
                .behind(50 * MILLI);
      };
    }
  }

  /** A closed loop: as many calls as the window allows, always. */
  private static final class Loop {
    private final SimulatedDevice device;
    private final Window window;
    private final PriorityQueue<long[]> answers =
        new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    private long now = 1;
    private int inFlight;

    Loop(SimulatedDevice device, Window window) {
      this.device = device;
      this.window = window;
    }

    /** Runs on; returns how many calls were answered. */
    int until(long end) {
      return until(end, Integer.MAX_VALUE);
    }

    /** The same with a service that refuses calls beyond so many, at once. */
    int until(long end, int accepted) {
      int count = 0;
      send(accepted);
      while (answers.peek()[0] < end) {
        long[] answer = answers.remove();
        now = answer[0];
        inFlight--;
        window.ended(now);
        if (answer[2] == 0) {
          window.answered(now, now - answer[1]);
          count++;
        } else {
          window.refused(now, answer[1]);
        }
        send(accepted);
      }
      return count;
    }

    private void send(int accepted) {
      while (inFlight < window.limit()) {
        inFlight++;
        window.sent(now);
        answers.add(
            inFlight <= accepted
                ? new long[] {device.answerAt(now + HOP) + HOP, now, 0}
                : new long[] {now + FAR, now, 1});
      }
    }
  }

  private static Window adaptive() {
    return InFlight.adaptive().window(1);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void itGetsWhatTheBestFixedWindowGets(Kind kind) {
    int best = 0;
    for (int calls : FIXED) {
      Loop loop = new Loop(kind.device(), new FixedWindow(calls));
      best = Math.max(best, loop.until(60 * SECOND));
    }
    Window tuner = adaptive();
    int got = new Loop(kind.device(), tuner).until(60 * SECOND);
    // what a service gains in mid-job is found by trying, which takes some seconds
    double share = kind == Kind.FAR_AND_FASTER ? 0.8 : 0.95;
    assertTrue(got >= share * best, kind + ": " + got + " of " + best + " at " + tuner.limit());
  }

  @Test
  void aSerialServiceNeedsFewCallsAndAFarOneMore() {
    Window near = adaptive();
    new Loop(Kind.SERIAL.device(), near).until(60 * SECOND);
    assertTrue(near.limit() <= 8, "near: " + near.limit());
    Window far = adaptive();
    new Loop(Kind.FAR.device(), far).until(60 * SECOND);
    assertTrue(far.limit() >= 18 && far.limit() <= 40, "far: " + far.limit());
  }

  @Test
  void itIsQuickAtTheStart() {
    Loop loop = new Loop(Kind.FAR.device(), adaptive());
    loop.until(SECOND);
    int inTheThirdSecond = loop.until(3 * SECOND);
    assertTrue(inTheThirdSecond >= 2 * 365, "got " + inTheThirdSecond);
  }

  @Test
  void whereChipsAreShortTheWindowStays() {
    Window tuner = adaptive();
    long now = 1;
    for (int i = 0; i < 20_000; i++) {
      tuner.sent(now);
      now += 3 * MILLI;
      tuner.ended(now);
      tuner.answered(now, 3 * MILLI);
      now += MILLI;
    }
    assertTrue(tuner.limit() <= 8, "grew to " + tuner.limit());
  }

  @Test
  void aRefusalShrinksTheWindowOnceForAllThatWereInFlight() {
    Window tuner = adaptive();
    Loop loop = new Loop(Kind.FAR.device(), tuner);
    loop.until(5 * SECOND);
    int before = tuner.limit();
    for (int i = 0; i < 5; i++) {
      tuner.ended(5 * SECOND);
      tuner.refused(5 * SECOND, 5 * SECOND - MILLI);
    }
    int after = tuner.limit();
    assertTrue(after < before && after >= before / 2, before + " became " + after);
  }

  @Test
  void aRefusalAtTheStartDoesNotThrowTheWindowBackToIt() {
    Window tuner = adaptive();
    Loop loop = new Loop(Kind.FAR.device(), tuner);
    int got = loop.until(10 * SECOND, 24);
    int best = new Loop(Kind.FAR.device(), new FixedWindow(20)).until(10 * SECOND);
    assertTrue(got >= 0.85 * best, got + " of " + best + " at " + tuner.limit());
  }

  @Test
  void aServiceThatComesBackIsMetCarefully() {
    Window tuner = adaptive();
    new Loop(Kind.FAR.device(), tuner).until(5 * SECOND);
    tuner.forget(5 * SECOND);
    assertEquals(4, tuner.limit());
  }
}
