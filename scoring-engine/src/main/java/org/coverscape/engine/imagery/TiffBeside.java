package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.bytes.ByteSource;

/**
 * What other programs put beside a GeoTIFF instead of into it: the value of NoData in GDAL's {@code
 * .aux.xml}, and overviews in a TIFF of the same name with {@code .ovr} behind it.
 *
 * @param location the image
 * @param access opens the files
 */
record TiffBeside(ImageLocation location, ImageryFormat.Access access) {
  private static final String OVERVIEWS = ".ovr";

  /**
   * Smaller versions in a file of their own.
   *
   * @param bytes the file; whoever takes this closes it
   * @param overviews the largest first
   */
  record Smaller(ByteSource bytes, List<TiffOverview> overviews) {}

  /**
   * The value of NoData that stands beside an image. On the web only files beside an image that has
   * to look for its place there are asked for: each costs as much as the header.
   *
   * @param named whether its header has one
   * @param placed whether its header says all of where it lies
   */
  OptionalInt noData(boolean named, boolean placed) throws IOException {
    return named || placed && location.file().isEmpty()
        ? OptionalInt.empty()
        : Georeference.pam(new Sidecars(location, access))
            .map(PamFile::noData)
            .orElseGet(OptionalInt::empty);
  }

  /** The same header, with the value of NoData that stands beside it where it has none. */
  TiffDirectory completed(TiffDirectory tiff) throws IOException {
    boolean placed = tiff.grid().isPresent() && tiff.keys().isKnown();
    return tiff.withNoData(noData(tiff.noData().isPresent(), placed));
  }

  /** The same where it matters to pixels: where some of them are made to be NoData. */
  TiffDirectory completedForPixels(TiffDirectory tiff) throws IOException {
    boolean matters =
        tiff.mask().isPresent() || tiff.shape().alphaTagged() || tiff.layout().hasSparse();
    return matters ? completed(tiff) : tiff;
  }

  /**
   * Smaller versions, where the image has none and is on this computer; one that cannot be read is
   * none.
   */
  Optional<Smaller> smaller(TiffDirectory tiff) throws IOException {
    if (!tiff.overviews().isEmpty() || location.file().isEmpty()) {
      return Optional.empty();
    }
    ByteSource bytes;
    try {
      bytes = access.bytes(location.sibling(location.name() + OVERVIEWS));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // most images have none
    }
    try {
      List<TiffOverview> found = TiffChain.of(TiffInput.open(bytes), tiff).overviews();
      if (!found.isEmpty()) {
        return Optional.of(new Smaller(bytes, found));
      }
    } catch (IOException e) {
      bytes.close();
      return Optional.empty(); // without them the map is slower, no more
    }
    bytes.close();
    return Optional.empty();
  }
}
