package org.coverscape.engine.sample;

/** Paints single trees, rows and groves over whatever lies below. Not thread-safe. */
final class TreePainter {
  private static final Shade LEAVES = new Shade(74, 98, 74, 158);
  private static final Shade OLIVE = new Shade(104, 114, 82, 150);
  private final Crowns crowns;

  TreePainter(int seed) {
    this.crowns = new Crowns(seed, 9, 2.2, 5.2);
  }

  /** Paints what stands at a place of some tree density, 0 to 1. */
  void paint(double x, double y, double density, Tint tint) {
    if (density <= 0) {
      return;
    }
    crowns.look(x, y, density);
    if (crowns.covered()) {
      tint.set(LEAVES);
      tint.blend(OLIVE, crowns.kind() * 0.8);
      tint.scale(0.82 + 0.38 * crowns.light() + 0.12 * crowns.kind());
    } else if (crowns.shaded()) {
      tint.shadow(0.55);
    }
  }
}
