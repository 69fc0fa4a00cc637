package org.coverscape.engine.landcover;

import java.util.Locale;

/** Why a cell has no answer. */
public enum UnscoredReason {
  /** No image covers it. */
  NO_IMAGERY,
  /**
   * Images cover it, but less than half of the chip is valid; of a cell of 32 m, half of it or
   * less.
   */
  NODATA,
  /** The image that covers it could not be read. */
  UNREADABLE,
  /** No inference service answered for it. */
  SERVICE,
  /** The job was stopped before its turn. */
  CANCELLED;

  /** The name in every table, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The reason of a {@link #label}.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static UnscoredReason ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Whether something went wrong: ground without imagery or under NoData is no fault. */
  public boolean isFault() {
    return this == UNREADABLE || this == SERVICE || this == CANCELLED;
  }
}
