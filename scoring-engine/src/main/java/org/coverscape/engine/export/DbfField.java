package org.coverscape.engine.export;

import java.nio.charset.StandardCharsets;

/**
 * A column of a dBASE III table.
 *
 * @param name up to ten bytes of ASCII
 * @param type {@code N} for numbers, {@code C} for text
 * @param width bytes of a value, 1 to 254
 * @param decimals digits behind the point, for numbers
 */
public record DbfField(String name, char type, int width, int decimals) {
  private static final int LONGEST_NAME = 10;
  private static final int LONGEST_VALUE = 254;

  /** Checks what the format can hold. */
  public DbfField {
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || !StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name a column of a shapefile; use one to ten plain letters.");
    }
    if (width < 1 || width > LONGEST_VALUE || decimals < 0 || decimals > Math.max(0, width - 2)) {
      throw new IllegalArgumentException("Column '" + name + "' has an impossible width.");
    }
  }

  /** A column of numbers. */
  public static DbfField number(String name, int width, int decimals) {
    return new DbfField(name, 'N', width, decimals);
  }

  /** A column of text, in bytes of UTF-8. */
  public static DbfField text(String name, int width) {
    return new DbfField(name, 'C', width, 0);
  }
}
