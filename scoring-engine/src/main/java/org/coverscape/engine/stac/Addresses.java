package org.coverscape.engine.stac;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Addresses as catalogues write them. */
final class Addresses {
  private static final int LONGEST = 4096;

  /** What a shared access signature of Azure consists of. */
  private static final Set<String> SIGNATURE =
      Set.of(
          "sig", "se", "st", "sp", "sv", "sr", "skoid", "sktid", "skt", "ske", "sks", "skv", "spr",
          "sip", "sdd");

  private Addresses() {}

  /** The address in a text, whose blanks and other letters may be bare; empty where it is none. */
  static Optional<URI> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(escaped(text.strip())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean bare = b <= ' ' || b == 127 || "\"<>\\^`{|}".indexOf(b) >= 0;
      result.append(bare ? String.format("%%%02X", b & 0xff) : Character.toString(b));
    }
    return result.toString();
  }

  /** Whether it is one of http or https with a host. */
  static boolean isWeb(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
  }

  /** The address without a fragment and without a signature, which is another one every hour. */
  static URI unsigned(URI uri) {
    String text = uri.toString();
    int fragment = text.indexOf('#');
    String plain = fragment < 0 ? text : text.substring(0, fragment);
    int mark = plain.indexOf('?');
    if (mark < 0) {
      return URI.create(plain);
    }
    String kept = unsigned(plain.substring(mark + 1));
    return URI.create(plain.substring(0, mark) + (kept.isEmpty() ? "" : "?" + kept));
  }

  private static String unsigned(String query) {
    String[] parts = query.split("&");
    boolean azure = Arrays.stream(parts).anyMatch(part -> part.startsWith("sig="));
    return Arrays.stream(parts)
        .filter(part -> !part.toLowerCase(Locale.ROOT).startsWith("x-amz-"))
        .filter(part -> !azure || !SIGNATURE.contains(part.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }

  /**
   * The place that an address means in a document; the library takes one that begins with a
   * question mark, or one beside a bare host, for another.
   */
  static URI resolve(URI document, URI href) {
    if (href.toString().startsWith("?")) {
      return URI.create(document.toString().split("[?#]", 2)[0] + href);
    }
    boolean bare = document.getRawPath() == null || document.getRawPath().isEmpty();
    return (bare ? document.resolve("/") : document).resolve(href);
  }

  /** The same address with one more thing asked. */
  static URI with(URI uri, String name, String value) {
    String plain = uri.toString();
    return URI.create(
        plain
            + (plain.indexOf('?') < 0 ? "?" : "&")
            + name
            + "="
            + java.net.URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
