package org.coverscape.engine.assessment;

import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * What the numbers of a reference raster are on the scale of categories: a class, none of the six,
 * no data, or a code that the crosswalk does not know. Immutable.
 *
 * <p>No data is the raster's own NoData value, and 0 where the crosswalk does not name it, as NLCD
 * uses it outside its ground.
 */
final class ReferenceMeaning {
  /** Not a category: the reference says nothing there. */
  static final int NO_DATA = -1;

  /** Not a category: nobody said what the code means. */
  static final int UNKNOWN = -2;

  private final int[] categories = new int[256];

  ReferenceMeaning(Crosswalk crosswalk, ReferenceRaster raster) {
    for (int code = 0; code < categories.length; code++) {
      boolean empty = raster.noData().orElse(-1) == code || code == 0 && !crosswalk.knows(0);
      categories[code] = empty ? NO_DATA : category(crosswalk, code);
    }
  }

  private static int category(Crosswalk crosswalk, int code) {
    if (!crosswalk.knows(code)) {
      return UNKNOWN;
    }
    return crosswalk.of(code).map(LandCoverClass::ordinal).orElse(Categories.NONE);
  }

  /** The category of a code, {@link #NO_DATA} or {@link #UNKNOWN}. */
  int of(int code) {
    return categories[code];
  }
}
