package org.coverscape.engine.sample;

/** Paints closed woodland: crown against crown, each kind of tree in patches. Not thread-safe. */
final class WoodPainter {
  private static final Shade FLOOR = new Shade(46, 60, 54, 84);
  private static final Shade BROADLEAF = new Shade(96, 122, 88, 176);
  private static final Shade CONIFER = new Shade(66, 92, 78, 132);
  private static final Shade PALE = new Shade(132, 142, 100, 178);

  private final Crowns trees;
  private final Crowns giants;
  private final GradientNoise patches;

  WoodPainter(int seed) {
    this.trees = new Crowns(seed, 5.5, 2.2, 4.0);
    this.giants = new Crowns(seed + 1, 10, 3.6, 6.4);
    this.patches = new GradientNoise(seed + 2);
  }

  /** Paints a place in the wood. */
  void paint(double x, double y, Tint tint) {
    double patch = patches.fractal(x / 130, y / 130, 3);
    tint.set(FLOOR);
    trees.look(x, y, 0.93);
    if (trees.covered()) {
      leaves(tint, trees, patch, 0.78);
    }
    giants.look(x, y, 0.22 + 0.3 * patch);
    if (giants.covered()) {
      leaves(tint, giants, patch, 0.9);
    } else if (giants.shaded()) {
      tint.shadow(0.42);
    }
  }

  private static void leaves(Tint tint, Crowns crowns, double patch, double brightness) {
    double kind = crowns.kind();
    tint.set(BROADLEAF);
    tint.blend(CONIFER, 0.45 - 1.6 * patch + 0.5 * (kind - 0.5));
    tint.blend(PALE, kind > 0.88 ? 0.5 : 0);
    tint.scale(brightness + 0.3 * crowns.light() + 0.2 * (kind - 0.5));
  }
}
