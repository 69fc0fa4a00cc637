package org.coverscape.engine.sample;

/** Paints dry upland: dark shrubs dotted over pale soil and thin grass. Not thread-safe. */
final class ScrubPainter {
  private static final Shade SOIL = new Shade(160, 144, 122, 146);
  private static final Shade CRUST = new Shade(178, 166, 146, 160);
  private static final Shade DRY_GRASS = new Shade(146, 136, 106, 150);
  private static final Shade SAGE = new Shade(84, 88, 74, 104);
  private static final Shade JUNIPER = new Shade(58, 70, 56, 98);

  private final Crowns shrubs;
  private final Crowns small;
  private final GradientNoise noise;
  private final CoarseField patches;

  ScrubPainter(int seed, double width) {
    this.shrubs = new Crowns(seed, 5.2, 1.1, 2.5);
    this.small = new Crowns(seed + 1, 3.1, 0.7, 1.3);
    this.noise = new GradientNoise(seed + 2);
    this.patches = new CoarseField(width, 6, (x, y) -> noise.fractal(x / 160, y / 160, 4));
  }

  /** Paints a place with the sun's light on its slope, and its moisture. */
  void paint(double x, double y, double light, double moisture, Tint tint) {
    double patch = patches.at(x, y);
    double grain = noise.fractal(x / 7, y / 7, 2);
    tint.set(SOIL);
    tint.blend(CRUST, 0.3 + 1.1 * patch);
    tint.blend(DRY_GRASS, 0.25 - patch + 0.7 * moisture);
    tint.scale(1 + 0.1 * light);
    tint.add(9 * grain, 0.9);
    plants(x, y, 0.5 + 0.55 * patch + 0.4 * moisture, tint);
  }

  private void plants(double x, double y, double density, Tint tint) {
    small.look(x, y, 0.55 * density);
    if (small.covered()) {
      tint.blend(SAGE, 0.6);
    }
    shrubs.look(x, y, density);
    if (shrubs.covered()) {
      tint.set(SAGE);
      tint.blend(JUNIPER, shrubs.kind());
      tint.scale(0.95 + 0.28 * shrubs.light());
    } else if (shrubs.shaded()) {
      tint.shadow(0.38);
    }
  }
}
