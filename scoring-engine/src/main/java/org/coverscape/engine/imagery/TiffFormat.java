package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.bytes.ByteSource;

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
    return GeoTiffRasterReader.open(bytes, new TiffBeside(location, access));
  }

  /**
   * Files beside an image are part of it where its own tags leave its place open; of notes beside
   * one that is placed the value of NoData alone counts, as viewers write down whatever they like.
   */
  @Override
  public String fingerprint(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    TiffFields fields = TiffFields.read(TiffInput.open(bytes));
    if (!TiffDirectory.isPlaced(fields)) {
      return bytes.fingerprint() + Georeference.fingerprint(new Sidecars(location, access));
    }
    boolean named =
        fields.text(42113).map(TiffDirectory::noData).filter(OptionalInt::isPresent).isPresent();
    OptionalInt beside = new TiffBeside(location, access).noData(named, true);
    return bytes.fingerprint() + (beside.isPresent() ? "/nodata-" + beside.getAsInt() : "");
  }

  @Override
  public ImageryTile describe(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    TiffDirectory tiff = new TiffBeside(location, access).completed(TiffDirectory.read(bytes));
    int bands = GeoTiffRasterReader.bands(bytes, tiff);
    TiffSuitability.check(tiff, bands);
    Georeference place = Georeference.of(location, bytes, tiff, access);
    try {
      return tile(location, fingerprint(location, bytes, access), tiff, bands, place);
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
    checkSize(new PixelFrame(place.crs(), place.grid(), width, height));
    return new TileOnGround(location, place.crs(), place.grid(), width, height)
        .tile(
            bands,
            tiff.dateTime().flatMap(NaipName::date),
            OptionalInt.of(tiff.noData().orElse(BLACK)),
            fingerprint,
            isSynthetic(tiff));
  }

  private static void checkSize(PixelFrame frame) throws TiffException {
    if (frame.gsd() < FINEST) {
      throw new TiffException(
          "Its pixels are less than a millimetre wide; check its georeference.");
    }
  }

  private static boolean isSynthetic(TiffDirectory tiff) {
    return tiff.description()
        .map(text -> text.toLowerCase(Locale.ROOT).contains("synthetic"))
        .orElse(false);
  }
}
