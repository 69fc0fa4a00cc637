package org.coverscape.engine.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * The colours of the map, 0xRRGGBB, as overlay, legend and files share them. Immutable.
 *
 * <p>They come from resources of the styles module.
 */
public final class ClassPalette {
  private static final String FOLDER = "/org/coverscape/styles/";
  private static final String STANDARD = FOLDER + "class-colours.properties";
  private static final String SAFE = FOLDER + "class-colours-safe.properties";

  private final Properties colours;

  private ClassPalette(Properties colours) {
    this.colours = colours;
  }

  /** The colours that come with the program. */
  public static ClassPalette standard() {
    return read(STANDARD);
  }

  /**
   * Colours that people with any of the common colour-vision deficiencies can tell apart, after M.
   * Okabe and K. Ito, "Color Universal Design" (2008).
   */
  public static ClassPalette colourBlindSafe() {
    return read(SAFE);
  }

  /** The same with other colours for some classes. */
  public ClassPalette with(Map<LandCoverClass, Integer> changed) {
    Properties other = new Properties();
    other.putAll(colours);
    changed.forEach(
        (landCover, rgb) ->
            other.setProperty(
                landCover.label(), String.format(Locale.ROOT, "#%06X", rgb & 0xFFFFFF)));
    return new ClassPalette(other);
  }

  private static ClassPalette read(String resource) {
    Properties colours = new Properties();
    try (InputStream in = ClassPalette.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The colours " + resource + " are not on the class path.");
      }
      colours.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClassPalette(colours);
  }

  /** The colour of a class. */
  public int of(LandCoverClass landCover) {
    return colour(landCover.label());
  }

  /** The colour of ground that is none of the six. */
  public int unclassified() {
    return colour("unclassified");
  }

  /** The colour of ground without an answer. */
  public int unscored() {
    return colour("unscored");
  }

  private int colour(String name) {
    String value = colours.getProperty(name);
    if (value == null || !value.trim().matches("#[0-9A-Fa-f]{6}")) {
      throw new IllegalStateException("The palette has no colour #RRGGBB for " + name + ".");
    }
    return Integer.parseInt(value.trim().substring(1), 16);
  }
}
