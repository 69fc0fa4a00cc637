package org.coverscape.engine.fuzz;

import java.util.List;

/** All parsers of files from outside; whoever writes one adds it here. */
final class FuzzTargets {
  private FuzzTargets() {}

  static List<FuzzTarget> all() {
    return List.of(new TiffTarget(), new ReferenceTarget());
  }
}
