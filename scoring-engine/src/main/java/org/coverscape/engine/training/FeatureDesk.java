package org.coverscape.engine.training;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.inference.FeatureListener;
import org.jspecify.annotations.Nullable;

/**
 * Where features lie between the service that computed them and the end of their chip; those of
 * chips that nobody waits for any more are dropped. Thread-safe.
 */
public final class FeatureDesk implements FeatureListener {
  private static final float[] AWAITED = {};

  private final Map<ChipIndex, float[]> rows = new ConcurrentHashMap<>();

  /** From now on somebody waits for a chip's features. */
  void await(ChipIndex chip) {
    rows.put(chip, AWAITED);
  }

  @Override
  public void features(Chip chip, float[] features) {
    rows.replace(chip.index(), AWAITED, features);
  }

  /** The features of a chip, if they came; nobody waits for them from now on. */
  float @Nullable [] take(ChipIndex chip) {
    float[] row = rows.remove(chip);
    return row == null || row.length == 0 ? null : row;
  }
}
