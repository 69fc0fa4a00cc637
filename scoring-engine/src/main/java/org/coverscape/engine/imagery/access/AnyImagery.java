package org.coverscape.engine.imagery.access;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.imagery.FileFaults;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryFormat;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.TiffException;
import org.coverscape.engine.imagery.TiffFormat;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.imagery.mrf.MrfFormat;
import org.coverscape.engine.imagery.web.WebImagery;

/** Tells the form of an image by how its file begins, not by its name. Thread-safe. */
public final class AnyImagery implements ImageryAccess {
  private static final List<String> ENDINGS = List.of(".tif", ".tiff", ".mrf");
  private static final int HEAD = 16;

  private final List<ImageryFormat> formats = List.of(new TiffFormat(), new MrfFormat());
  private final ImageryFormat.Access access;

  private AnyImagery(ImageryFormat.Access access) {
    this.access = access;
  }

  /** Imagery on the disks of this computer. */
  public static AnyImagery local() {
    return new AnyImagery(
        location ->
            new FileBytes(
                location
                    .file()
                    .orElseThrow(
                        () ->
                            new SourceException(
                                "It is not on this computer; download it first."))));
  }

  /**
   * Imagery on the disks of this computer and on the web.
   *
   * @param web stays the caller's
   */
  public static AnyImagery with(WebImagery web) {
    return new AnyImagery(
        location ->
            location instanceof ImageLocation.OfWeb address
                ? web.open(address.uri())
                : new FileBytes(location.file().orElseThrow()));
  }

  @Override
  public RasterReader open(ImageryTile tile) throws IOException {
    return open(tile.location());
  }

  /**
   * Opens an image that nothing is known of yet.
   *
   * @throws IOException with one plain sentence when it cannot be opened
   */
  public RasterReader open(ImageLocation location) throws IOException {
    ByteSource bytes = access.bytes(location);
    try {
      return FileFaults.explain(() -> format(bytes)).open(location, bytes, access);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** The same for a file. */
  public RasterReader open(Path file) throws IOException {
    return open(ImageLocation.of(file));
  }

  @Override
  public ImageryTile describe(ImageLocation location) throws IOException {
    try (ByteSource bytes = access.bytes(location)) {
      return FileFaults.explain(() -> format(bytes).describe(location, bytes, access));
    }
  }

  @Override
  public String fingerprint(ImageLocation location) throws IOException {
    try (ByteSource bytes = access.bytes(location)) {
      return FileFaults.explain(() -> format(bytes).fingerprint(location, bytes, access));
    }
  }

  private ImageryFormat format(ByteSource bytes) throws IOException {
    byte[] head = new byte[(int) Math.min(HEAD, bytes.length())];
    if (head.length == 0) {
      throw new TiffException("It is empty.");
    }
    read(bytes, head);
    return formats.stream()
        .filter(format -> format.begins(head))
        .findFirst()
        .orElseThrow(() -> new SourceException("It is neither a TIFF nor an MRF."));
  }

  private static void read(ByteSource bytes, byte[] head) throws IOException {
    try {
      bytes.read(0, head, 0, head.length);
    } catch (EOFException e) {
      throw new SourceException("It was cut short meanwhile; copy it again.", e);
    }
  }

  @Override
  public boolean isImage(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
