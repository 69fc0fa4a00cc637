package org.coverscape.engine.store;

/**
 * An attribute of the features of a layer.
 *
 * @param name its name
 * @param type what its values are
 */
public record Column(String name, Type type) {
  /** What a column holds, by its name in a GeoPackage. */
  public enum Type {
    /** Any text. */
    TEXT,
    /** Whole numbers of 64 bits. */
    INTEGER,
    /** Floating-point numbers of 64 bits. */
    REAL,
    /** A day, handed over as {@code java.time.LocalDate}. */
    DATE,
    /** True or false. */
    BOOLEAN
  }

  /** Checks that there is a name. */
  public Column {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A column has a name.");
    }
  }

  /** A column of text. */
  public static Column text(String name) {
    return new Column(name, Type.TEXT);
  }

  /** A column of whole numbers. */
  public static Column integer(String name) {
    return new Column(name, Type.INTEGER);
  }

  /** A column of floating-point numbers. */
  public static Column real(String name) {
    return new Column(name, Type.REAL);
  }

  /** A column of days. */
  public static Column date(String name) {
    return new Column(name, Type.DATE);
  }
}
