package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.coverscape.engine.imagery.ImageLocation;

/**
 * Tells one state of a remote image from another by what its Item says: address, checksum, size,
 * date of last change, and where the pixels lie. The same between searches.
 */
final class ItemFingerprint {
  private static final int BYTES = 12;
  private static final List<String> OF_ASSET =
      List.of(
          "file:checksum",
          "checksum:multihash",
          "file:size",
          "e_tag",
          "etag",
          "updated",
          "proj:transform",
          "proj:shape");
  private static final List<String> OF_ITEM =
      List.of("updated", "datetime", "proj:transform", "proj:shape", "version");

  private ItemFingerprint() {}

  /** The fingerprint, {@code stac:} and 24 hexadecimal digits. */
  static String of(JsonNode item, JsonNode asset, ImageLocation location) {
    MessageDigest digest = sha256();
    add(digest, location.text());
    OF_ASSET.forEach(name -> add(digest, name + "=" + asset.path(name)));
    OF_ITEM.forEach(name -> add(digest, name + "=" + item.path("properties").path(name)));
    return "stac:" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
