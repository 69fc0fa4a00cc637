package org.coverscape.engine.inference;

/**
 * How many calls a {@link ServicePool} keeps in flight to each service.
 *
 * @param first calls at the start, 1 or more
 * @param most calls that it never exceeds; the same as the first where the number is fixed
 */
public record InFlight(int first, int most) {
  /** Checks that the numbers make a range. */
  public InFlight {
    if (first < 1 || most < first) {
      throw new IllegalArgumentException("At least one call has to be in flight.");
    }
  }

  /** Always this many. */
  public static InFlight fixed(int calls) {
    return new InFlight(calls, calls);
  }

  /** As many as the service turns out to need, up to 256. */
  public static InFlight adaptive() {
    return new InFlight(4, 256);
  }

  /** A window for one service. */
  Window window(long now) {
    return first == most ? new FixedWindow(first) : new WindowTuner(this, now);
  }
}
