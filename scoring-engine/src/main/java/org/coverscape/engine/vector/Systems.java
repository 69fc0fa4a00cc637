package org.coverscape.engine.vector;

import org.coverscape.engine.region.Crs;

/** Finds the coordinate system a file names. */
public final class Systems {
  private Systems() {}

  /**
   * The system with a name, a code or a definition.
   *
   * @throws FeatureException with one sentence when it is not known
   */
  public static Crs parse(String text) {
    try {
      return Crs.parse(text);
    } catch (IllegalArgumentException e) {
      throw new FeatureException(
          "The coordinate system '"
              + Sentences.shorten(text)
              + "' is not known; save the data in a common one, such as EPSG:4326.",
          e);
    }
  }
}
