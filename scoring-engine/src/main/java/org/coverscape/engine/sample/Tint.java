package org.coverscape.engine.sample;

/** The colour of one pixel while it is painted. Mutable, for one thread. */
final class Tint {
  double red;
  double green;
  double blue;
  double nir;

  /** Takes a colour. */
  void set(Shade shade) {
    red = shade.red();
    green = shade.green();
    blue = shade.blue();
    nir = shade.nir();
  }

  /** Goes some way, 0 to 1, towards a colour. */
  void blend(Shade shade, double part) {
    if (part <= 0) {
      return;
    }
    double p = Math.min(1, part);
    red += p * (shade.red() - red);
    green += p * (shade.green() - green);
    blue += p * (shade.blue() - blue);
    nir += p * (shade.nir() - nir);
  }

  /** Gets lighter (over 1) or darker. */
  void scale(double factor) {
    red *= factor;
    green *= factor;
    blue *= factor;
    nir *= factor;
  }

  /** Adds to the visible bands, and a part of it to near-infrared. */
  void add(double amount, double nirPart) {
    red += amount;
    green += amount;
    blue += amount;
    nir += amount * nirPart;
  }

  /** Lies in a cast shadow: dark, and bluish from the light of the sky. */
  void shadow(double depth) {
    double keep = 1 - depth;
    red *= keep;
    green *= keep + 0.02 * depth;
    blue = blue * keep + 14 * depth;
    nir *= keep;
  }
}
