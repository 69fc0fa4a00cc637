package org.coverscape.app.overlay;

import java.util.Optional;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.UnscoredReason;

/** The numbers by which a {@link CellStore} knows what a cell is: 1 to 6 are the classes. */
final class CellKind {
  static final int OUTSIDE = 0;
  static final int UNCLASSIFIED = 7;
  static final int AWAITED = 8;
  private static final int UNSCORED = 16;

  private CellKind() {}

  static int unscored(UnscoredReason reason) {
    return UNSCORED + reason.ordinal();
  }

  static boolean isClass(int kind) {
    return kind > OUTSIDE && kind < UNCLASSIFIED;
  }

  static boolean isUnscored(int kind) {
    return kind >= UNSCORED;
  }

  static Optional<UnscoredReason> reason(int kind) {
    return isUnscored(kind)
        ? Optional.of(UnscoredReason.values()[kind - UNSCORED])
        : Optional.empty();
  }

  static Optional<String> label(int kind) {
    if (isClass(kind)) {
      return Optional.of(LandCoverClass.ofId(kind).label());
    }
    if (kind == UNCLASSIFIED) {
      return Optional.of("unclassified");
    }
    return isUnscored(kind) ? Optional.of("not scored") : Optional.empty();
  }
}
