package org.coverscape.engine.sample;

/** Paints crops in rows, tilled soil and the rough grass between fields. Not thread-safe. */
final class FieldPainter {
  private static final Shade MARGIN = new Shade(148, 142, 104, 158);
  private static final Shade WHEEL = new Shade(166, 152, 122, 146);
  private static final Shade BARE = new Shade(150, 134, 108, 132);
  private static final Shade LODGED = new Shade(124, 128, 84, 160);

  private final GradientNoise noise;
  private final CoarseField soil;

  FieldPainter(int seed, double width) {
    this.noise = new GradientNoise(seed);
    this.soil = new CoarseField(width, 5, (x, y) -> noise.fractal(x / 120, y / 120, 4));
  }

  /** Paints a place of a field. */
  void paint(double x, double y, Field field, Tint tint) {
    double ragged = field.edge + 1.6 * noise.at(x / 6, y / 6);
    if (ragged < 2.6) {
      tint.set(MARGIN);
      tint.add(12 * noise.fractal(x / 9, y / 9, 3), 1);
      return;
    }
    tint.set(field.crop.shade());
    double own = Hash.part(field.id, 0) - 0.5;
    tint.scale(1 + 0.16 * own);
    tint.red += 10 * (Hash.part(field.id, 1) - 0.5);
    soil(x, y, field, tint);
    rows(field, tint);
    lanes(field, tint);
  }

  /** Soil shows through in patches; crops grow unevenly over it. */
  private void soil(double x, double y, Field field, Tint tint) {
    double broad = soil.at(x, y);
    if (field.crop.green()) {
      tint.blend(BARE, broad - 0.34);
      tint.blend(LODGED, -0.3 - broad);
      tint.add(9 * broad, -0.8);
    } else {
      tint.add(16 * broad, 0.9);
    }
    tint.add(3.5 * noise.fractal(x / 4, y / 4, 2), 0.9);
  }

  private void rows(Field field, Tint tint) {
    double wave = StrictMath.sin(2 * Math.PI * field.across / field.crop.rows());
    double streak = noise.at(field.along / 70, field.across / 2.6 + (field.id & 127));
    double swath = noise.at(field.along / 240, field.across / 11 + (field.id & 63));
    double contrast = field.crop.contrast();
    tint.add(contrast * (0.55 * wave + 1.1 * streak + 1.2 * swath), 0.8);
  }

  /** The lanes of the sprayer, or the rings of a pivot's wheels. */
  private void lanes(Field field, Tint tint) {
    double spacing = field.pivot ? 52 : 27 + (field.id & 7);
    double lane = Math.abs(field.across % spacing);
    double width = field.pivot ? 1.4 : 1.1;
    if (lane < width || field.pivot && field.across < 5) {
      tint.blend(WHEEL, field.crop.green() ? 0.45 : 0.25);
    }
  }
}
