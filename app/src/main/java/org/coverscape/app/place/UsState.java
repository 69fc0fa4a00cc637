package org.coverscape.app.place;

import java.util.Comparator;
import java.util.List;

/**
 * One of the United States, or the District of Columbia. Immutable by convention.
 *
 * @param name such as {@code New Mexico}
 * @param code the postal code, such as {@code NM}
 * @param rings closed lines: longitude, latitude, longitude… in degrees, the last point being the
 *     first; ground is inside where an odd number of them is around it. None crosses the 180th
 *     meridian
 */
public record UsState(String name, String code, List<double[]> rings) {
  /** Takes a copy of the list. */
  public UsState {
    rings = List.copyOf(rings);
    if (rings.isEmpty()) {
      throw new IllegalArgumentException("A state has ground.");
    }
  }

  /** Whether a point lies in it. */
  public boolean contains(double longitude, double latitude) {
    boolean inside = false;
    for (double[] ring : rings) {
      for (int i = 2; i < ring.length; i += 2) {
        boolean crosses = ring[i - 1] > latitude != ring[i + 1] > latitude;
        if (crosses) {
          double part = (latitude - ring[i - 1]) / (ring[i + 1] - ring[i - 1]);
          inside ^= longitude < ring[i - 2] + part * (ring[i] - ring[i - 2]);
        }
      }
    }
    return inside;
  }

  /** Longitude and latitude of the middle of its largest part, in degrees. */
  public double[] centre() {
    double[] ring = largest();
    double x = 0;
    double y = 0;
    for (int i = 2; i < ring.length; i += 2) {
      double cross = cross(ring, i);
      x += (ring[i - 2] + ring[i]) * cross;
      y += (ring[i - 1] + ring[i + 1]) * cross;
    }
    double six = 6 * area(ring);
    return new double[] {x / six, y / six};
  }

  /**
   * Its bounds in degrees: west, south, east, north. Islands beyond the 180th meridian, which only
   * Alaska has, are left out, as bounds around the globe would help nobody.
   */
  public double[] bounds() {
    boolean west = largest()[0] < 0;
    double[] bounds = {180, 90, -180, -90};
    for (double[] ring : rings) {
      for (int i = 0; ring[0] < 0 == west && i < ring.length; i += 2) {
        bounds[0] = Math.min(bounds[0], ring[i]);
        bounds[1] = Math.min(bounds[1], ring[i + 1]);
        bounds[2] = Math.max(bounds[2], ring[i]);
        bounds[3] = Math.max(bounds[3], ring[i + 1]);
      }
    }
    return bounds;
  }

  private double[] largest() {
    return rings.stream()
        .max(Comparator.comparingDouble(ring -> Math.abs(area(ring))))
        .orElseThrow();
  }

  private static double area(double[] ring) {
    double twice = 0;
    for (int i = 2; i < ring.length; i += 2) {
      twice += cross(ring, i);
    }
    return twice / 2;
  }

  private static double cross(double[] ring, int i) {
    return ring[i - 2] * ring[i + 1] - ring[i] * ring[i - 1];
  }

  /** States are equal when their codes are. */
  @Override
  public boolean equals(Object o) {
    return o instanceof UsState other && code.equals(other.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }
}
