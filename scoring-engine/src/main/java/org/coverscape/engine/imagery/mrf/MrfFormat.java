package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryFormat;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.TileOnGround;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.lerc.SampleType;
import org.coverscape.engine.region.Crs;

/** MRF: what NAIP was kept in before it was kept in COGs. */
public final class MrfFormat implements ImageryFormat {
  private static final byte[] BEGINNING = "<MRF_META".getBytes(StandardCharsets.US_ASCII);

  /** NoData where a file names none: warping tools leave black collars. */
  private static final int BLACK = 0;

  @Override
  public boolean begins(byte[] head) {
    return head.length >= BEGINNING.length
        && Arrays.equals(head, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
  }

  @Override
  public RasterReader open(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    MrfFile file = null;
    try {
      file = MrfFile.open(location, bytes, access);
      checkPixels(file.header());
      return new MrfRasterReader(file, bytes);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      if (file != null) {
        file.close();
      }
      throw e;
    }
  }

  @Override
  public ImageryTile describe(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    try (MrfFile file = MrfFile.open(location, bytes, access)) {
      MrfHeader header = file.header();
      PixelGrid grid = header.grid().orElseThrow(() -> new MrfException("It has no georeference."));
      checkPixels(header);
      checkFetched(file);
      Crs crs = MrfCrs.of(header);
      try {
        return new TileOnGround(location, crs, grid, header.width(), header.height())
            .tile(
                header.bands(), Optional.empty(), noData(header), fingerprint(bytes, file), false);
      } catch (IllegalArgumentException e) {
        throw new MrfException(
            "Its corners lie outside the area of " + crs.name() + "; check its georeference.", e);
      }
    }
  }

  @Override
  public String fingerprint(ImageLocation location, ByteSource bytes, Access access)
      throws IOException {
    try (MrfFile file = MrfFile.open(location, bytes, access)) {
      return fingerprint(bytes, file);
    }
  }

  private static String fingerprint(ByteSource bytes, MrfFile file) throws IOException {
    return bytes.fingerprint() + "/" + file.fingerprint();
  }

  private static void checkPixels(MrfHeader header) throws MrfException {
    if (header.palette()) {
      throw new MrfException("It is a palette image; Coverscape scores red, green, blue imagery.");
    }
    if (header.bands() == 1) {
      throw new MrfException("It is a grey image; Coverscape scores red, green, blue imagery.");
    }
    if (header.bands() != 3 && header.bands() != 4) {
      throw new MrfException(
          "It has " + header.bands() + " bands; Coverscape scores imagery of 3 or 4 bands.");
    }
    if (header.type() != SampleType.UINT8) {
      throw new MrfException(
          header.type().bytes() == 1
              ? "Its bands are not unsigned; Coverscape scores 8-bit red, green, blue imagery."
              : "It has "
                  + 8 * header.type().bytes()
                  + "-bit bands; Coverscape scores 8-bit red, green, blue imagery.");
    }
  }

  private static void checkFetched(MrfFile file) throws IOException {
    if (file.isUnfinished()) {
      throw new MrfException(
          "It is a cache that was not filled; use the image it was made for, "
              + file.header().cachedSource().orElseThrow()
              + ".");
    }
  }

  /** One value that all colours share and a byte can hold. */
  private static OptionalInt noData(MrfHeader header) {
    double value = header.noData().get(0);
    boolean shared = header.noData().subList(0, 3).stream().allMatch(each -> each == value);
    return OptionalInt.of(
        header.marksNoData() && shared && value >= 0 && value <= 255 && value == Math.rint(value)
            ? (int) value
            : BLACK);
  }
}
