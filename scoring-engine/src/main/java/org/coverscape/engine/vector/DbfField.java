package org.coverscape.engine.vector;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dBASE table.
 *
 * @param name its name
 * @param type C text, N and F numbers, L true or false, D a day; any other is taken as text
 * @param offset where it begins in a row
 * @param length its bytes
 */
record DbfField(String name, char type, int offset, int length) {
  private static final int NAME = 11;

  static DbfField read(byte[] header, int at, int offset, Charset charset) {
    int end = 0;
    while (end < NAME && header[at + end] != 0) {
      end++;
    }
    String name = new String(header, at, end, charset).strip();
    return new DbfField(name, (char) header[at + NAME], offset, header[at + 16] & 0xFF);
  }

  /** The value in a row; null where there is none, or it is not what the column says. */
  @Nullable Object value(byte[] row, Charset charset) {
    String text = new String(row, offset, length, charset).replace("\0", "").strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case 'N', 'F' -> number(text);
      case 'L' -> flag(text);
      case 'D' -> day(text);
      default -> text;
    };
  }

  private static @Nullable Object number(String text) {
    try {
      return text.matches("[+-]?\\d{1,18}")
          ? (Object) Long.parseLong(text)
          : (Object) Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Object flag(String text) {
    return switch (Character.toUpperCase(text.charAt(0))) {
      case 'T', 'Y' -> true;
      case 'F', 'N' -> false;
      default -> null;
    };
  }

  private static @Nullable Object day(String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
