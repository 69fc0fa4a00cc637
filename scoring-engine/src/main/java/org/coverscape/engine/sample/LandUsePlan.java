package org.coverscape.engine.sample;

/**
 * Divides the ground into patches of one use: the nearest of some sites, in coordinates bent by
 * noise so that no border is straight. Not thread-safe.
 *
 * <p>Positions are metres east and south of the image's upper left corner.
 */
final class LandUsePlan {
  private static final LandUse[] USE = {
    LandUse.SCRUB,
    LandUse.SCRUB,
    LandUse.SCRUB,
    LandUse.SCRUB,
    LandUse.QUARRY,
    LandUse.MEADOW,
    LandUse.MEADOW,
    LandUse.MEADOW,
    LandUse.WOOD,
    LandUse.WOOD,
    LandUse.WOOD,
    LandUse.WOOD,
    LandUse.FARM,
    LandUse.FARM,
    LandUse.FARM,
    LandUse.FARM,
    LandUse.FARM,
    LandUse.FARM,
    LandUse.FARM,
    LandUse.MEADOW,
    LandUse.MEADOW,
    LandUse.TOWN,
    LandUse.TOWN,
    LandUse.TOWN,
    LandUse.COMMERCE,
    LandUse.COMMERCE,
    LandUse.WOOD,
    LandUse.MEADOW,
    LandUse.WOOD,
    LandUse.QUARRY
  };
  private static final double[] X = {
    250, 820, 320, 850, 1560, 1380, 2150, 2080, 2700, 3280, 3300, 2680, 480, 480, 480, 1280, 1280,
    1280, 1950, 2000, 2080, 2760, 3260, 2800, 3330, 3400, 2720, 3330, 2250, 1930
  };
  private static final double[] Y = {
    220, 330, 760, 860, 380, 860, 300, 780, 330, 230, 760, 820, 1900, 2700, 3400, 1950, 2750, 3400,
    1850, 3330, 2680, 2130, 2050, 2700, 2720, 2420, 3330, 3280, 2300, 420
  };

  private final CoarseField bendEast;
  private final CoarseField bendSouth;
  private LandUse use = LandUse.MEADOW;
  private double edge;

  LandUsePlan(int seed, double width) {
    GradientNoise bend = new GradientNoise(seed);
    bendEast = new CoarseField(width, 6, (x, y) -> 150 * bend.fractal(x / 420, y / 420, 4));
    bendSouth =
        new CoarseField(width, 6, (x, y) -> 150 * bend.fractal(x / 420 + 40, y / 420 - 70, 4));
  }

  /** Looks a place up; the answers are {@link #use} and {@link #edge}. */
  void locate(double x, double y) {
    double px = x + bendEast.at(x, y);
    double py = y + bendSouth.at(x, y);
    double best = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    int found = 0;
    for (int i = 0; i < USE.length; i++) {
      double distance = (px - X[i]) * (px - X[i]) + (py - Y[i]) * (py - Y[i]);
      if (distance < best) {
        if (USE[i] != USE[found]) {
          second = best;
        }
        best = distance;
        found = i;
      } else if (distance < second && USE[i] != USE[found]) {
        second = distance;
      }
    }
    use = USE[found];
    edge = (Math.sqrt(second) - Math.sqrt(best)) / 2;
  }

  /** The use of the place. */
  LandUse use() {
    return use;
  }

  /** About how far the nearest border to another use is, in metres. */
  double edge() {
    return edge;
  }
}
