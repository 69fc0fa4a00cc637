package org.coverscape.app.overlay;

import java.util.EnumMap;
import java.util.Map;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * The colours of the overlay, 0xRRGGBB. Immutable.
 *
 * @param classes a colour for each class
 * @param unclassified ground that is none of the six
 * @param unscored ground without an answer
 */
public record OverlayColours(Map<LandCoverClass, Integer> classes, int unclassified, int unscored) {
  private static final int[] RAMP = {0xF1EEF6, 0xBDC9E1, 0x74A9CF, 0x2B8CBE, 0x045A8D};
  private static final int SCORED = 0x4C9A8B;
  private static final int FAINT = 0xD9B44A;

  /** Takes a copy of the map. */
  public OverlayColours {
    classes = Map.copyOf(classes);
  }

  /** The colours of a palette. */
  public static OverlayColours of(ClassPalette palette) {
    Map<LandCoverClass, Integer> classes = new EnumMap<>(LandCoverClass.class);
    LandCoverClass.ALL.forEach(c -> classes.put(c, palette.of(c)));
    return new OverlayColours(classes, palette.unclassified(), palette.unscored());
  }

  /** The colour of a class. */
  public int of(LandCoverClass landCover) {
    return classes.getOrDefault(landCover, unclassified);
  }

  /** The colour of ground that has a class, in the status view. */
  public static int scored() {
    return SCORED;
  }

  /** The colour of ground whose class is less sure than is shown, in the status view. */
  public static int belowThreshold() {
    return FAINT;
  }

  /** The colour of a confidence in percent: blues from pale to dark, in steps of 20. */
  public static int confidence(int percent) {
    return RAMP[Math.max(0, Math.min(RAMP.length - 1, (percent - 1) / 20))];
  }

  /** A colour between itself and its own grey. */
  static int desaturated(int rgb) {
    int r = rgb >> 16 & 0xFF;
    int g = rgb >> 8 & 0xFF;
    int b = rgb & 0xFF;
    // luma of ITU-R BT.601
    int grey = (299 * r + 587 * g + 114 * b) / 1000;
    return (r + 5 * grey) / 6 << 16 | (g + 5 * grey) / 6 << 8 | (b + 5 * grey) / 6;
  }
}
