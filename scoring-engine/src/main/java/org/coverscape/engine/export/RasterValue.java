package org.coverscape.engine.export;

import java.util.Locale;

/**
 * What a number of a raster means.
 *
 * @param value the number, 0 to 255
 * @param name its name
 * @param rgb its colour, 0xRRGGBB
 */
public record RasterValue(int value, String name, int rgb) {
  int red() {
    return rgb >> 16 & 0xFF;
  }

  int green() {
    return rgb >> 8 & 0xFF;
  }

  int blue() {
    return rgb & 0xFF;
  }

  /** The colour as style files write it. */
  String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
