package org.coverscape.engine.imagery.mrf;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.lerc.SampleType;

/** Reads headers, and refuses what no image has before anything is made of its size. */
final class MrfHeaderReader {
  /** Columns or rows of an image; larger numbers are damage. */
  private static final int MOST_PIXELS = 2_000_000;

  private static final int MOST_BANDS = 4096;
  private static final int MOST_PAGE = 1 << 16;
  private static final int MOST_SCALE = 1 << 10;
  private static final int USUAL_PAGE = 512;

  /** Pages of an image; their index takes 1 GiB. */
  private static final long MOST_PAGES = 1 << 26;

  /** Pages of an image whose pages may be as small as they like. */
  private static final long FEW_PAGES = 1 << 18;

  /** Pixels of a page, where there are more of them. */
  private static final long LEAST_PAGE = 32 * 32;

  private final MrfXml xml;

  private MrfHeaderReader(MrfXml xml) {
    this.xml = xml;
  }

  static MrfHeader read(ByteSource source) throws IOException {
    long length = source.length();
    if (length > MrfXml.MOST_BYTES) {
      throw MrfException.damaged();
    }
    byte[] bytes = new byte[(int) length];
    try {
      source.read(0, bytes, 0, bytes.length);
    } catch (EOFException e) {
      throw MrfException.damaged(e);
    }
    return parse(bytes);
  }

  static MrfHeader parse(byte[] bytes) throws MrfException {
    return new MrfHeaderReader(MrfXml.parse(bytes)).header();
  }

  private MrfHeader header() throws MrfException {
    int width = xml.size("raster/size/x", 0, MOST_PIXELS);
    int height = xml.size("raster/size/y", 0, MOST_PIXELS);
    int bands = xml.size("raster/size/c", 1, MOST_BANDS);
    if (xml.size("raster/size/z", 1, MOST_PIXELS) > 1) {
      throw new MrfException("It holds several images in layers; export one of them.");
    }
    MrfCompression compression = compression();
    SampleType type = type();
    MrfOptions options = MrfOptions.parse(xml.text("options").orElse(""));
    MrfHeader header =
        new MrfHeader(
            width,
            height,
            bands,
            xml.size("raster/pagesize/x", Math.min(USUAL_PAGE, width), MOST_PAGE),
            xml.size("raster/pagesize/y", Math.min(USUAL_PAGE, height), MOST_PAGE),
            interleaved(bands),
            type,
            compression,
            packing(compression, options),
            isOn("raster/netbyteorder"),
            noData(bands),
            xml.text("raster/datavalues/nodata").isPresent(),
            xml.has("raster/palette"),
            scale(),
            grid(width, height),
            xml.text("geotags/projection").or(() -> xml.text("projection")),
            part("raster/datafile"),
            part("raster/indexfile"),
            source());
    check(header);
    return header;
  }

  private static void check(MrfHeader header) throws MrfException {
    if (!PageForm.fits(
        header.pageWidth(), header.pageHeight(), header.pageBands(), header.type())) {
      throw new MrfException(
          "It is stored in pieces too large to be read; save it again with pages of 512 pixels.");
    }
    long pages = MrfLevel.of(header).get(0).end();
    long pixels = (long) header.pageWidth() * header.pageHeight();
    if (pages > MOST_PAGES || pages > FEW_PAGES && pixels < LEAST_PAGE) {
      throw new MrfException(
          "It is stored in more pieces than can be read; save it again with pages of 512 pixels.");
    }
    SampleType type = header.type();
    boolean readable =
        switch (header.compression()) {
          case NONE, DEFLATE, ZSTD, LERC -> true;
          case PNG -> type.bytes() <= 2 && header.pageBands() <= 4;
          case JPEG -> type == SampleType.UINT8 && header.pageBands() <= 4;
          case PPNG, JPNG, TIF -> type == SampleType.UINT8;
        };
    if (!readable) {
      throw new MrfException(
          "Its pixels are packed in a way that cannot be read; save it again as a GeoTIFF.");
    }
  }

  private MrfCompression compression() throws MrfException {
    String name = xml.text("raster/compression").orElse("PNG");
    return MrfCompression.named(name)
        .orElseThrow(
            () ->
                new MrfException(
                    "Its pixels are packed in a way that is not known ("
                        + shorten(name)
                        + "); save it again as a GeoTIFF."));
  }

  private static String shorten(String name) {
    return name.length() <= 20 ? name : name.substring(0, 20) + "…";
  }

  private SampleType type() throws MrfException {
    return SampleType.named(xml.text("raster/datatype").orElse("Byte"))
        .orElseThrow(
            () ->
                new MrfException(
                    "Its pixels are of a type that is not known; save it again as a GeoTIFF."));
  }

  private boolean interleaved(int bands) throws MrfException {
    int pageBands = xml.size("raster/pagesize/c", bands, MOST_BANDS);
    if (pageBands != bands && pageBands != 1) {
      throw MrfException.damaged();
    }
    return pageBands == bands;
  }

  private static MrfHeader.Packing packing(MrfCompression compression, MrfOptions options) {
    boolean zstd = compression == MrfCompression.ZSTD || options.isOn("ZSTD");
    boolean deflate = compression == MrfCompression.DEFLATE || options.isOn("DEFLATE");
    if (zstd) {
      return MrfHeader.Packing.ZSTD;
    }
    boolean raw = options.isOn("RAWZ") && !options.isOn("GZ");
    return !deflate
        ? MrfHeader.Packing.NONE
        : raw ? MrfHeader.Packing.RAW_DEFLATE : MrfHeader.Packing.DEFLATE;
  }

  private boolean isOn(String path) {
    String value = xml.text(path).orElse("").toUpperCase(Locale.ROOT);
    return value.equals("ON") || value.equals("TRUE") || value.equals("YES");
  }

  /** The first value stands for the bands that have none, as in GDAL. */
  private List<Double> noData(int bands) throws MrfException {
    List<Double> values = new ArrayList<>(bands);
    String[] named = xml.text("raster/datavalues/nodata").orElse("0").split("\\s+", -1);
    for (int band = 0; band < bands; band++) {
      try {
        values.add(Double.valueOf(named[band < named.length ? band : 0]));
      } catch (NumberFormatException e) {
        throw MrfException.damaged(e);
      }
    }
    return List.copyOf(values);
  }

  private int scale() throws MrfException {
    boolean uniform =
        xml.text("rsets/model").map(model -> model.equalsIgnoreCase("uniform")).orElse(false);
    return uniform ? Math.max(2, xml.size("rsets/scale", 2, MOST_SCALE)) : 0;
  }

  private Optional<PixelGrid> grid(int width, int height) throws MrfException {
    if (!xml.has("geotags/boundingbox")) {
      return Optional.empty();
    }
    double west = xml.number("geotags/boundingbox/minx", Double.NaN);
    double south = xml.number("geotags/boundingbox/miny", Double.NaN);
    double east = xml.number("geotags/boundingbox/maxx", Double.NaN);
    double north = xml.number("geotags/boundingbox/maxy", Double.NaN);
    try {
      return Optional.of(
          PixelGrid.northUp(west, north, (east - west) / width, (north - south) / height));
    } catch (IllegalArgumentException e) {
      throw new MrfException("Its georeference is damaged; export it again.", e);
    }
  }

  private MrfHeader.Part part(String path) throws MrfException {
    return new MrfHeader.Part(xml.text(path), xml.offset(path + "/offset"));
  }

  private Optional<String> source() {
    return xml.text("cachedsource/source");
  }
}
