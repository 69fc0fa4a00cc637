package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.region.Crs;

/**
 * Where a TIFF lies on the ground: after its own tags, and what they leave open after the files
 * beside it: first {@code .aux.xml}, then a world file and {@code .prj}.
 *
 * @param grid where its pixels lie, in units of the system
 * @param crs what its coordinates mean
 */
record Georeference(PixelGrid grid, Crs crs) {
  private static final String PAM = ".aux.xml";
  private static final List<String> SYSTEMS = List.of(".prj", ".PRJ");

  /**
   * Reads it.
   *
   * @throws TiffException with one plain sentence when something is missing or not known
   */
  static Georeference of(
      ImageLocation location, ByteSource bytes, TiffDirectory tiff, ImageryFormat.Access access)
      throws IOException {
    Sidecars beside = new Sidecars(location, access);
    boolean complete = tiff.grid().isPresent() && tiff.keys().isKnown();
    Optional<PamFile> pam = complete ? Optional.empty() : pam(beside);
    Optional<PixelGrid> known = tiff.grid().or(() -> pam.flatMap(PamFile::grid));
    if (known.isEmpty()) {
      known = beside.replacing(WorldFile.ENDINGS).flatMap(WorldFile::read);
    }
    PixelGrid grid =
        known.orElseThrow(
            () ->
                new TiffException("It has no georeference; put its world file (.tfw) beside it."));
    if (tiff.keys().isKnown()) {
      return new Georeference(grid, TiffCrs.of(bytes, tiff.keys()));
    }
    Optional<String> system = pam.flatMap(PamFile::system);
    return new Georeference(grid, parse(system.isPresent() ? system : beside.replacing(SYSTEMS)));
  }

  /** What changes when one of the files does that may say where an image lies. */
  static String fingerprint(Sidecars beside) throws IOException {
    List<String> replacing = new ArrayList<>(List.of(PAM));
    replacing.addAll(WorldFile.ENDINGS);
    replacing.addAll(SYSTEMS);
    return beside.fingerprint(List.of(PAM), replacing);
  }

  /** What GDAL put down beside the image, where it did. */
  static Optional<PamFile> pam(Sidecars beside) throws IOException {
    Optional<String> text = beside.behind(PAM);
    return (text.isPresent() ? text : beside.replacing(List.of(PAM))).flatMap(PamFile::read);
  }

  private static Crs parse(Optional<String> system) throws TiffException {
    if (system.isEmpty()) {
      throw new TiffException(
          "It does not say what coordinate system it is in; put its .prj file beside it.");
    }
    try {
      return Crs.parse(system.get());
    } catch (IllegalArgumentException e) {
      throw new TiffException(
          "The coordinate system in the file beside it is not known; reproject it to UTM.", e);
    }
  }
}
