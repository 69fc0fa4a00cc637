package org.coverscape.engine.imagery;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.locationtech.jts.geom.Geometry;

/** GeoTIFF, BigTIFF and COG. */
public final class TiffFormat implements ImageryFormat {
  /** NoData where a file names none: warping tools leave black collars. */
  private static final int BLACK = 0;

  /** Metres; finer pixels are damage. */
  private static final double FINEST = 0.001;

  @Override
  public boolean begins(byte[] head) {
    return head.length >= 4
        && (head[0] == 'I' && head[1] == 'I' && isVersion(head[2], head[3])
            || head[0] == 'M' && head[1] == 'M' && isVersion(head[3], head[2]));
  }

  private static boolean isVersion(byte low, byte high) {
    return high == 0 && (low == 42 || low == 43);
  }

  @Override
  public RasterReader open(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    return GeoTiffRasterReader.open(bytes);
  }

  @Override
  public ImageryTile describe(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    TiffDirectory tiff = TiffDirectory.read(bytes);
    int bands = GeoTiffRasterReader.bands(bytes, tiff);
    TiffSuitability.check(tiff, bands);
    Georeference place = Georeference.of(location, bytes, tiff, access);
    try {
      return tile(location, bytes.fingerprint(), tiff, bands, place);
    } catch (IllegalArgumentException e) {
      throw new TiffException(
          "Its corners lie outside the area of " + place.crs().name() + "; check its georeference.",
          e);
    }
  }

  private static ImageryTile tile(
      ImageLocation location, String fingerprint, TiffDirectory tiff, int bands, Georeference place)
      throws TiffException {
    int width = tiff.shape().width();
    int height = tiff.shape().height();
    String id = id(location);
    Geometry footprint = Footprint.degrees(place.crs(), place.grid(), width, height);
    return new ImageryTile(
        id,
        location,
        place.crs(),
        place.grid(),
        width,
        height,
        bands,
        gsd(place, width, height),
        date(id, tiff),
        OptionalInt.of(tiff.noData().orElse(BLACK)),
        footprint,
        fingerprint,
        isSynthetic(tiff));
  }

  private static double gsd(Georeference place, int width, int height) throws TiffException {
    double gsd = GroundSize.of(place.crs(), place.grid(), width, height).longer();
    if (!(gsd > 0) || !Double.isFinite(gsd)) {
      throw new IllegalArgumentException("no ground");
    }
    if (gsd < FINEST) {
      throw new TiffException(
          "Its pixels are less than a millimetre wide; check its georeference.");
    }
    return gsd;
  }

  private static String id(ImageLocation location) {
    String name = location.name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static Optional<LocalDate> date(String id, TiffDirectory tiff) {
    return NaipName.acquired(id).or(() -> tiff.dateTime().flatMap(NaipName::date));
  }

  private static boolean isSynthetic(TiffDirectory tiff) {
    return tiff.description()
        .map(text -> text.toLowerCase(Locale.ROOT).contains("synthetic"))
        .orElse(false);
  }
}
