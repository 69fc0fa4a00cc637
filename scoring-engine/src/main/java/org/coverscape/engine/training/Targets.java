package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.landcover.LandCoverClass;

/** What a chip shows, as a number: 0 to 5 are the six classes in id order, 6 is none of them. */
public final class Targets {
  /** None of the six. */
  public static final int NONE = LandCoverClass.ALL.size();

  /** How many there are. */
  public static final int COUNT = NONE + 1;

  private Targets() {}

  /** The number of a class; empty is none of the six. */
  public static int of(Optional<LandCoverClass> landCover) {
    return landCover.map(LandCoverClass::ordinal).orElse(NONE);
  }

  /** The name of a number, as in files. */
  public static String label(int target) {
    return target == NONE ? ClassifierHead.NONE : LandCoverClass.ALL.get(target).label();
  }

  /** The names of the first numbers: six, or seven with none. */
  public static List<String> labels(int count) {
    List<String> labels = new ArrayList<>();
    for (int target = 0; target < count; target++) {
      labels.add(label(target));
    }
    return labels;
  }

  /** The number of a name, whatever its capitals; empty where it is none of the seven. */
  public static Optional<Integer> named(String name) {
    for (int target = 0; target < COUNT; target++) {
      if (label(target).equalsIgnoreCase(name.strip())) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
