package org.coverscape.engine.raster;

/** What a file says about its fourth band. */
public enum FourthBand {
  /** There is no fourth band. */
  NONE,
  /** A fourth band without a stated meaning, as near-infrared should be written. */
  UNSPECIFIED,
  /** A fourth band tagged as opacity, as near-infrared often is by mistake. */
  ALPHA
}
