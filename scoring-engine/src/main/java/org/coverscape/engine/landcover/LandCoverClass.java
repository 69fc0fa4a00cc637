package org.coverscape.engine.landcover;

import java.util.List;
import java.util.Locale;

/** The six classes of the map, in the order of a network's scores. */
public enum LandCoverClass {
  BARREN,
  CULTIVATED,
  DEVELOPED,
  FORESTED,
  HERBACEOUS,
  SHRUB;

  /** All classes by id. */
  public static final List<LandCoverClass> ALL = List.of(values());

  /** The number in every raster: 1 barren to 6 shrub; 0 is NoData. */
  public int id() {
    return ordinal() + 1;
  }

  /** The name in every table, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The class with an id.
   *
   * @throws IllegalArgumentException when the id is not 1 to 6
   */
  public static LandCoverClass ofId(int id) {
    if (id < 1 || id > ALL.size()) {
      throw new IllegalArgumentException("There is no land-cover class " + id + ".");
    }
    return ALL.get(id - 1);
  }
}
