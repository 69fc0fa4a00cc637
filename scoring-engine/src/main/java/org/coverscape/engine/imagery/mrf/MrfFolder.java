package org.coverscape.engine.imagery.mrf;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.coverscape.engine.imagery.ImageLocation;

/**
 * The folder a header lies in, and all below it: nothing else is opened on a header's word, as it
 * may come from anywhere.
 *
 * @param header the header's place
 */
record MrfFolder(ImageLocation header) {
  /**
   * Whether a file lies there.
   *
   * @param name as the header has it
   * @param place what the name stands for
   */
  boolean holds(String name, ImageLocation place) {
    if (header instanceof ImageLocation.OfWeb from && place instanceof ImageLocation.OfWeb to) {
      return !name.startsWith("/") && isBelow(from.uri(), to.uri().normalize());
    }
    return header instanceof ImageLocation.OfFile from
        && place instanceof ImageLocation.OfFile to
        && isBelow(from.path(), to.path());
  }

  private static boolean isBelow(Path header, Path file) {
    Path folder = header.toAbsolutePath().normalize().getParent();
    return folder != null && file.toAbsolutePath().normalize().startsWith(folder);
  }

  private static boolean isBelow(URI header, URI file) {
    String path = path(header);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return origin(header).equals(origin(file))
        && path(file).startsWith(folder)
        && !isDisguised(path(file).substring(folder.length()));
  }

  private static String origin(URI uri) {
    return (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    String path = uri.normalize().getRawPath();
    return path == null ? "" : path;
  }

  /** Whether a host may take it for a step upwards. */
  private static boolean isDisguised(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.contains("%2e") || lower.contains("%2f") || lower.contains("%5c");
  }
}
