package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.region.Crs;

/** GeoTIFF, BigTIFF and COG. */
public final class TiffFormat implements ImageryFormat {
  /** NoData where a file names none: warping tools leave black collars. */
  private static final int BLACK = 0;

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
    PixelGrid grid = tiff.grid().orElseThrow(() -> new TiffException("It has no georeference."));
    checkPixels(tiff.shape());
    Crs crs = TiffCrs.of(bytes, tiff.keys());
    try {
      return tile(location, fingerprint(location, bytes, access), tiff, grid, crs);
    } catch (IllegalArgumentException e) {
      throw new TiffException(
          "Its corners lie outside the area of " + crs.name() + "; check its georeference.", e);
    }
  }

  private static ImageryTile tile(
      ImageLocation location, String fingerprint, TiffDirectory tiff, PixelGrid grid, Crs crs) {
    return new TileOnGround(location, crs, grid, tiff.shape().width(), tiff.shape().height())
        .tile(
            tiff.shape().samples(),
            tiff.dateTime().flatMap(NaipName::date),
            OptionalInt.of(tiff.noData().orElse(BLACK)),
            fingerprint,
            isSynthetic(tiff));
  }

  /**
   * A fourth band is near-infrared even where it is tagged alpha, so extra samples do not count.
   */
  private static void checkPixels(TiffShape shape) throws TiffException {
    if (shape.photometric() == 3) {
      throw new TiffException("It is a palette image; Coverscape scores red, green, blue imagery.");
    }
    if (shape.samples() == 1) {
      throw new TiffException("It is a grey image; Coverscape scores red, green, blue imagery.");
    }
    if (shape.samples() != 3 && shape.samples() != 4) {
      throw new TiffException(
          "It has " + shape.samples() + " bands; Coverscape scores imagery of 3 or 4 bands.");
    }
    if (shape.bits() != 8) {
      throw new TiffException(
          shape.bits() == 0
              ? "Its bands differ in depth; Coverscape scores 8-bit red, green, blue imagery."
              : "It has "
                  + shape.bits()
                  + "-bit bands; Coverscape scores 8-bit red, green, blue imagery.");
    }
    if (shape.format() != 1 && shape.format() != 4) {
      throw new TiffException(
          "Its bands are not unsigned; Coverscape scores 8-bit red, green, blue imagery.");
    }
    if (shape.photometric() > 2 && shape.photometric() != 6) {
      throw new TiffException("Its colours are not red, green and blue; export it as RGB.");
    }
  }

  private static boolean isSynthetic(TiffDirectory tiff) {
    return tiff.description()
        .map(text -> text.toLowerCase(Locale.ROOT).contains("synthetic"))
        .orElse(false);
  }
}
