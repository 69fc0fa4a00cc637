package org.coverscape.engine.vector;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** Finds the encoding of a dBASE table's text: from its {@code .cpg}, else its language byte. */
final class DbfCharset {
  private DbfCharset() {}

  static Charset of(Optional<String> codePage, byte language) {
    return codePage
        .flatMap(DbfCharset::named)
        .orElseGet(
            () ->
                switch (language) {
                  case 0x01 -> named("IBM437").orElse(StandardCharsets.ISO_8859_1);
                  case 0x02 -> named("IBM850").orElse(StandardCharsets.ISO_8859_1);
                  case 0x4D -> named("GBK").orElse(StandardCharsets.ISO_8859_1);
                  default -> named("windows-1252").orElse(StandardCharsets.ISO_8859_1);
                });
  }

  /** The charset with a name as code page files write it: UTF-8, 65001, 1252, ANSI 1252. */
  private static Optional<Charset> named(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|CP|OEM)[ _-]*", "");
    if (name.equals("65001")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    String java =
        name.matches("8859-?\\d+")
            ? "ISO-8859-" + name.substring(4).replace("-", "")
            : name.matches("125\\d")
                ? "windows-" + name
                : name.matches("\\d{3}") ? "IBM" + name : name;
    try {
      return Optional.of(Charset.forName(java));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
