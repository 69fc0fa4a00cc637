package org.coverscape.engine.chip;

/** In which order the cells of a region are taken. Immutable. */
public sealed interface ScanOrder {
  /** Swath by swath, as imagery is read with the least effort; see {@link RegionCover}. */
  static ScanOrder swaths() {
    return new Swaths();
  }

  /**
   * From a point outwards, first a few cells of the whole region, then all others.
   *
   * @param x easting of the point in the grid's coordinates, such as the centre of the user's view
   * @param y its northing
   */
  static ScanOrder from(double x, double y) {
    return new From(x, y);
  }

  /** Whether blocks come so that imagery is read once from one end to the other. */
  default boolean isInReadingOrder() {
    return this instanceof Swaths;
  }

  /** The cells of a cover in this order, each exactly once; every iterator starts anew. */
  Iterable<CoverBlock> over(RegionCover cover);

  /** See {@link ScanOrder#swaths}. */
  record Swaths() implements ScanOrder {
    @Override
    public Iterable<CoverBlock> over(RegionCover cover) {
      return cover;
    }
  }

  /**
   * See {@link ScanOrder#from}.
   *
   * @param x easting in metres
   * @param y northing in metres
   */
  record From(double x, double y) implements ScanOrder {
    /** Checks the point. */
    public From {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("The point to begin at has no coordinates.");
      }
    }

    @Override
    public Iterable<CoverBlock> over(RegionCover cover) {
      return () -> new OutwardScan(cover, x, y);
    }
  }
}
