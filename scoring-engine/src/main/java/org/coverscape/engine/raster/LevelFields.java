package org.coverscape.engine.raster;

/** Makes the directory of one level of a file: TIFF 6.0 fields, and GDAL's for NoData. */
final class LevelFields {
  private static final int ADOBE_DEFLATE = 8;

  private LevelFields() {}

  /**
   * The fields of a level.
   *
   * @param offsets where its tiles lie
   * @param sizes their bytes
   * @param overview whether it is a smaller version of the first image
   */
  static TiffDirectory of(
      GeoTiffSpec spec, int width, int height, long[] offsets, long[] sizes, boolean overview) {
    TiffDirectory fields = new TiffDirectory();
    fields.longs(254, overview ? 1 : 0); // NewSubfileType
    fields.longs(256, width).longs(257, height);
    addPixels(fields, spec);
    fields.longs(322, spec.tileSize()).longs(323, spec.tileSize());
    fields.longs(324, offsets).longs(325, sizes);
    spec.noData().ifPresent(value -> fields.text(42113, Integer.toString(value)));
    if (!overview) {
      addNotes(fields, spec.notes());
      GeoKeys.addTo(fields, spec.grid(), spec.crs());
    }
    return fields;
  }

  /** Whether horizontal differencing helps: for colours, not for class values. */
  static boolean predicts(GeoTiffSpec spec) {
    return spec.bands() > 1;
  }

  private static void addPixels(TiffDirectory fields, GeoTiffSpec spec) {
    int bands = spec.bands();
    int[] bits = new int[bands];
    java.util.Arrays.fill(bits, 8);
    fields.shorts(258, bits); // BitsPerSample
    fields.shorts(259, ADOBE_DEFLATE); // Compression
    fields.shorts(262, photometric(spec));
    fields.shorts(277, bands); // SamplesPerPixel
    fields.shorts(284, 1); // PlanarConfiguration: by pixel
    if (predicts(spec)) {
      fields.shorts(317, 2); // Predictor
    }
    spec.palette().ifPresent(palette -> fields.shorts(320, palette.colorMap()));
    if (bands == 2 || bands == 4) {
      fields.shorts(338, spec.fourthBand() == FourthBand.ALPHA ? 2 : 0); // ExtraSamples
    }
  }

  private static int photometric(GeoTiffSpec spec) {
    if (spec.palette().isPresent()) {
      return 3;
    }
    return spec.bands() >= 3 ? 2 : 1;
  }

  private static void addNotes(TiffDirectory fields, FileNotes notes) {
    notes.description().ifPresent(text -> fields.text(270, text));
    notes.software().ifPresent(text -> fields.text(305, text));
    notes.takenText().ifPresent(text -> fields.text(306, text));
  }
}
