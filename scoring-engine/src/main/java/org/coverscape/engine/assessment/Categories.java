package org.coverscape.engine.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * What ground can be said to be: one of the six classes, 0 to 5 in class-id order, or {@link #NONE}
 * of them, which a map calls unclassified.
 */
public final class Categories {
  /** None of the six: water, ice; in a map, unclassified. */
  public static final int NONE = LandCoverClass.ALL.size();

  /** Number of categories. */
  public static final int COUNT = NONE + 1;

  private Categories() {}

  /** The category of a class, or of having none. */
  public static int of(Optional<LandCoverClass> landCover) {
    return landCover.map(LandCoverClass::ordinal).orElse(NONE);
  }

  /** All categories in order. */
  public static List<Integer> all() {
    return IntStream.range(0, COUNT).boxed().toList();
  }

  /** Its name where somebody else says what the ground is: {@code none} for none of the six. */
  public static String reference(int category) {
    return category == NONE ? Crosswalk.NONE : LandCoverClass.ALL.get(category).label();
  }

  /** Its name in a map: {@code unclassified} for none of the six. */
  public static String map(int category) {
    return category == NONE ? "unclassified" : LandCoverClass.ALL.get(category).label();
  }

  /** Its colour in a map, 0xRRGGBB. */
  public static int colour(int category, ClassPalette palette) {
    return category == NONE ? palette.unclassified() : palette.of(LandCoverClass.ALL.get(category));
  }
}
