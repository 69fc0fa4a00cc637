package org.coverscape.app.service;

/**
 * How a service does.
 *
 * @param level how well
 * @param sentence the same in words
 */
public record Health(Level level, String sentence) {
  /** How well a service does. */
  public enum Level {
    /** Nothing is known yet. */
    UNKNOWN,
    /** It answers. */
    GOOD,
    /** It fails now and then, or is awaited. */
    POOR,
    /** It does not answer. */
    BAD
  }

  /** Nothing is known yet. */
  public static Health unknown(String sentence) {
    return new Health(Level.UNKNOWN, sentence);
  }

  /** It answers. */
  public static Health good(String sentence) {
    return new Health(Level.GOOD, sentence);
  }

  /** It fails now and then, or is awaited. */
  public static Health poor(String sentence) {
    return new Health(Level.POOR, sentence);
  }

  /** It does not answer. */
  public static Health bad(String sentence) {
    return new Health(Level.BAD, sentence);
  }
}
