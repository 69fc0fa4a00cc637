package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coverscape.engine.imagery.ImageLocation;

/**
 * Turns what a document calls an address into a place: relative ones are those of the document, and
 * only documents on this computer may name files of this computer.
 */
final class Hrefs {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private Hrefs() {}

  /** Where an image lies: the first of its addresses that can be reached. */
  static Optional<ImageLocation> image(
      JsonNode asset, JsonNode properties, ImageLocation document) {
    Optional<String> region = Buckets.region(asset, properties);
    List<String> hrefs = new ArrayList<>();
    Members.text(asset, "href").ifPresent(hrefs::add);
    asset.path("alternate").forEach(other -> Members.text(other, "href").ifPresent(hrefs::add));
    // an address of the web needs no guess at its host, as one of a bucket does
    return hrefs.stream()
        .filter(href -> !isBucket(href))
        .flatMap(href -> resolve(href, document, region).stream())
        .findFirst()
        .or(() -> hrefs.stream().flatMap(h -> resolve(h, document, region).stream()).findFirst());
  }

  private static boolean isBucket(String href) {
    return Addresses.parse(href).filter(Buckets::isBucket).isPresent();
  }

  /** Where an address leads to, without signature; empty where that cannot be reached. */
  static Optional<ImageLocation> resolve(String href, ImageLocation document) {
    return resolve(href, document, Optional.empty());
  }

  private static Optional<ImageLocation> resolve(
      String href, ImageLocation document, Optional<String> region) {
    String plain = plain(href);
    if (document instanceof ImageLocation.OfFile file && isFile(plain)) {
      return file(plain, file.path()).map(ImageLocation::of);
    }
    return address(plain, document, region).map(ImageLocation.OfWeb::new);
  }

  private static String plain(String href) {
    return href.startsWith("/vsicurl/") ? href.substring("/vsicurl/".length()) : href;
  }

  /**
   * The address that a link asks for, with what a location does not keep, such as the token of a
   * page; empty where it leads to a file or nowhere.
   */
  static Optional<URI> asked(String href, ImageLocation document) {
    String plain = plain(href);
    return document instanceof ImageLocation.OfFile && isFile(plain)
        ? Optional.empty()
        : address(plain, document, Optional.empty());
  }

  private static Optional<URI> address(
      String plain, ImageLocation document, Optional<String> region) {
    Optional<URI> uri = Addresses.parse(plain);
    if (document instanceof ImageLocation.OfWeb web) {
      uri = uri.map(u -> Addresses.resolve(web.uri(), u));
    }
    return uri.flatMap(u -> Buckets.isBucket(u) ? Buckets.web(u, region) : Optional.of(u))
        .filter(Addresses::isWeb)
        .map(Addresses::unsigned);
  }

  /** A name without a scheme, a drive letter in front perhaps, or one of the scheme of files. */
  private static boolean isFile(String href) {
    return !SCHEME.matcher(href).matches() || href.startsWith("file:");
  }

  private static Optional<Path> file(String href, Path document) {
    try {
      if (href.startsWith("file:")) {
        return Addresses.parse(href).map(Path::of);
      }
      Path folder = document.toAbsolutePath().getParent();
      Path bare = folder == null ? Path.of(href) : folder.resolve(href);
      return Optional.of(bare.normalize());
    } catch (FileSystemNotFoundException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
