package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The web addresses of objects that catalogues name by bucket.
 *
 * <p>{@code s3://bucket/key} is {@code https://bucket.s3.region.amazonaws.com/key}, without the
 * region where none is said; buckets with dots in their names, which no certificate covers, come
 * behind the host. {@code gs://bucket/key} is {@code https://storage.googleapis.com/bucket/key}.
 */
final class Buckets {
  private Buckets() {}

  /** Whether an address names a bucket. */
  static boolean isBucket(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("s3") || scheme.equals("gs");
  }

  /**
   * The web address of an object.
   *
   * @param region of the bucket, such as {@code us-west-2}
   */
  static Optional<URI> web(URI uri, Optional<String> region) {
    String bucket = uri.getRawAuthority();
    String key = uri.getRawPath();
    if (bucket == null || key == null || key.length() < 2 || !bucket.matches("[\\w.-]+")) {
      return Optional.empty();
    }
    if ("gs".equalsIgnoreCase(uri.getScheme())) {
      return Addresses.parse("https://storage.googleapis.com/" + bucket + key);
    }
    String host = region.map(r -> "s3." + r + ".amazonaws.com").orElse("s3.amazonaws.com");
    return Addresses.parse(
        bucket.contains(".")
            ? "https://" + host + "/" + bucket + key
            : "https://" + bucket + "." + host + key);
  }

  /** The region that the storage extension (1 or 2) names for an asset or its Item. */
  static Optional<String> region(JsonNode asset, JsonNode properties) {
    return Members.text(asset, "storage:region")
        .or(() -> Members.text(properties, "storage:region"))
        .or(() -> scheme(asset, properties))
        .filter(region -> region.matches("[a-z0-9-]{1,40}"));
  }

  private static Optional<String> scheme(JsonNode asset, JsonNode properties) {
    List<String> refs = Members.texts(asset, "storage:refs");
    return refs.stream()
        .flatMap(
            ref -> Members.text(properties.path("storage:schemes").path(ref), "region").stream())
        .findFirst();
  }
}
