package org.coverscape.engine.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * The colours of the map, 0xRRGGBB, as overlay, legend and files share them. Immutable.
 *
 * <p>They come from the resource {@value #RESOURCE} of the styles module.
 */
public final class ClassPalette {
  private static final String RESOURCE = "/org/coverscape/styles/class-colours.properties";

  private final Properties colours;

  private ClassPalette(Properties colours) {
    this.colours = colours;
  }

  /** The colours that come with the program. */
  public static ClassPalette standard() {
    Properties colours = new Properties();
    try (InputStream in = ClassPalette.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The colours " + RESOURCE + " are not on the class path.");
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
      throw new IllegalStateException(RESOURCE + " has no colour #RRGGBB for " + name + ".");
    }
    return Integer.parseInt(value.trim().substring(1), 16);
  }
}
