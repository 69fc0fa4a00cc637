package org.coverscape.engine.sample;

/** Colours of roofs, and how the sun falls on them. */
final class Roofs {
  private static final Shade[] SHINGLE = {
    new Shade(118, 112, 108, 106), new Shade(142, 134, 126, 128), new Shade(96, 94, 96, 88),
    new Shade(158, 140, 120, 146), new Shade(134, 100, 84, 122), new Shade(176, 170, 162, 160),
    new Shade(206, 202, 196, 190)
  };
  private static final Shade[] FLAT = {
    new Shade(212, 212, 208, 196),
    new Shade(184, 184, 180, 170),
    new Shade(150, 150, 148, 138),
    new Shade(228, 226, 222, 210),
    new Shade(168, 150, 132, 150)
  };

  private Roofs() {}

  /** The roof of a house. */
  static Shade shingle(int bits) {
    return SHINGLE[(bits >>> 4 & 0xFF) % SHINGLE.length];
  }

  /** The roof of a hall or a shop. */
  static Shade flat(int bits) {
    return FLAT[(bits >>> 4 & 0xFF) % FLAT.length];
  }

  /** Light on a gable: the slope towards the south or east is bright. */
  static double gable(double fromRidge, boolean ridgeRunsNorth) {
    boolean sunny = fromRidge > 0;
    if (ridgeRunsNorth) {
      return sunny ? 1.08 : 0.86;
    }
    return sunny ? 1.15 : 0.72;
  }
}
