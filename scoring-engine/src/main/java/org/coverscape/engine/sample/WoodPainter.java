package org.coverscape.engine.sample;

/** Paints closed woodland: crown against crown, each kind of tree in patches. Not thread-safe. */
final class WoodPainter {
  private static final Shade FLOOR = new Shade(56, 72, 64, 104);
  private static final Shade BROADLEAF = new Shade(128, 152, 114, 212);
  private static final Shade CONIFER = new Shade(94, 122, 100, 172);
  private static final Shade PALE = new Shade(166, 170, 126, 208);

  private final Crowns trees;
  private final Crowns giants;
  private final CoarseField patches;

  WoodPainter(int seed, double width) {
    this.trees = new Crowns(seed, 5.5, 2.2, 4.0);
    this.giants = new Crowns(seed + 1, 10, 3.6, 6.4);
    GradientNoise noise = new GradientNoise(seed + 2);
    this.patches = new CoarseField(width, 6, (x, y) -> noise.fractal(x / 130, y / 130, 3));
  }

  /** Paints a place in the wood. */
  void paint(double x, double y, Tint tint) {
    double patch = patches.at(x, y);
    tint.set(FLOOR);
    trees.look(x, y, 0.88 + 0.2 * patch);
    if (trees.covered()) {
      leaves(tint, trees, patch, 0.78);
    }
    giants.look(x, y, 0.22 + 0.3 * patch);
    if (giants.covered()) {
      leaves(tint, giants, patch, 0.9);
    } else if (giants.shaded()) {
      tint.shadow(0.5);
    }
  }

  private static void leaves(Tint tint, Crowns crowns, double patch, double brightness) {
    double kind = crowns.kind();
    tint.set(BROADLEAF);
    tint.blend(CONIFER, 0.45 - 1.6 * patch + 0.5 * (kind - 0.5));
    tint.blend(PALE, kind > 0.88 ? 0.5 : 0);
    tint.scale(brightness + 0.34 * crowns.light() + 0.3 * (kind - 0.5));
  }
}
