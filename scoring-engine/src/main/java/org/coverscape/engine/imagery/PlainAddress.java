package org.coverscape.engine.imagery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Addresses without what lets their holder in, so that they can be kept and shown. */
final class PlainAddress {
  /** Parameters of a shared access signature of Azure. */
  private static final Set<String> AZURE =
      Set.of(
          "sv", "st", "se", "sr", "sp", "sig", "sip", "spr", "ss", "srt", "si", "skoid", "sktid",
          "skt", "ske", "sks", "skv", "sdd", "saoid", "suoid", "scid");

  /** Parameters of older signatures of S3 and Google, and keys as hosts call them. */
  private static final Set<String> OTHERS =
      Set.of(
          "signature",
          "expires",
          "awsaccesskeyid",
          "googleaccessid",
          "access_token",
          "token",
          "api_key",
          "api-key",
          "apikey",
          "subscription-key",
          "subscription_key",
          "ocp-apim-subscription-key");

  private PlainAddress() {}

  /** The same address without user, password, signature and fragment. */
  static URI of(URI uri) {
    String query = uri.getRawQuery();
    // of hosts with an underscore the library knows neither host nor user
    String authority = uri.getRawAuthority();
    boolean isPlain = query == null && uri.getRawFragment() == null;
    if (authority == null || isPlain && authority.indexOf('@') < 0) {
      return uri;
    }
    String left = query == null ? "" : without(query);
    return URI.create(
        uri.getScheme()
            + "://"
            + authority.substring(authority.lastIndexOf('@') + 1)
            + uri.getRawPath()
            + (left.isEmpty() ? "" : "?" + left));
  }

  private static String without(String query) {
    boolean azure = ("&" + query.toLowerCase(Locale.ROOT)).contains("&sig=");
    List<String> kept = new ArrayList<>();
    for (String pair : query.split("&")) {
      String name = pair.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
      boolean secret =
          OTHERS.contains(name)
              || name.equals("key") && !isFile(pair)
              || name.startsWith("x-amz-")
              || name.startsWith("x-goog-")
              || azure && AZURE.contains(name);
      if (!secret) {
        kept.add(pair);
      }
    }
    return String.join("&", kept);
  }

  /** Some hosts call the name of a file its key. */
  private static boolean isFile(String pair) {
    String value = pair.toLowerCase(Locale.ROOT).replace("%2f", "/");
    return value.indexOf('.') >= 0 || value.indexOf('/') >= 0;
  }
}
