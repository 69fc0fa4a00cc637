package org.coverscape.engine.inference;

import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.region.UtmZone;

/** Chips whose pixels do not matter: all share the same ones. */
public final class TestChips {
  private static final byte[] PIXELS = new byte[Chip.BYTES];

  /** An answer. */
  public static final ClassScores SCORES = ClassScores.of(0.1f, 0.2f, 0.3f, 0.1f, 0.1f, 0.1f);

  private TestChips() {}

  /** The chip of a column. */
  public static Chip chip(int col) {
    return new Chip(ChipIndex.of(new UtmZone(15, true), 7, col), PIXELS, 1, List.of("tile"));
  }

  /** A call's worth of one chip, that of a column. */
  public static List<Chip> one(int col) {
    return List.of(chip(col));
  }
}
