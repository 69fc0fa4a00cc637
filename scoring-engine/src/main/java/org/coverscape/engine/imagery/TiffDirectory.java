package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a TIFF or BigTIFF says about its first image, of either byte order.
 *
 * <p>Reading it never takes more memory than the header's own size, bounded before it is allocated.
 *
 * @param shape size and kind of the pixels
 * @param layout where they are stored
 * @param grid where they lie on the ground, where the file says so
 * @param keys what its coordinates mean
 * @param description tag 270
 * @param dateTime tag 306, such as {@code 2015:06:20 10:11:12}
 * @param noData the value of tag 42113 that marks NoData, where it is one that a byte can hold
 * @param fileLength bytes in the file
 * @param mask which of the pixels are valid, where the file says so
 * @param overviews smaller versions of the image in the same file, the largest first
 */
public record TiffDirectory(
    TiffShape shape,
    TiffLayout layout,
    Optional<PixelGrid> grid,
    GeoKeys keys,
    Optional<String> description,
    Optional<String> dateTime,
    OptionalInt noData,
    long fileLength,
    Optional<TiffMask> mask,
    List<TiffOverview> overviews) {

  /**
   * Reads the header of a file.
   *
   * @throws TiffException with one plain sentence when it is no TIFF that can be used
   * @throws IOException when the file cannot be opened or read
   */
  public static TiffDirectory read(Path file) throws IOException {
    try (ByteSource source = new FileBytes(file)) {
      return read(source);
    }
  }

  /**
   * Reads the header of a file that is open, and stays so.
   *
   * @throws TiffException with one plain sentence when it is no TIFF that can be used
   * @throws IOException when the file cannot be read
   */
  public static TiffDirectory read(ByteSource source) throws IOException {
    TiffInput input = TiffInput.open(source);
    TiffFields fields = TiffFields.read(input);
    TiffShape shape = TiffShape.read(fields);
    GeoKeys keys = GeoKeys.of(fields.longs(34735));
    TiffChain chain = TiffChain.behind(input, fields, shape);
    return new TiffDirectory(
        shape,
        TiffLayout.read(fields, shape, input.length()),
        Optional.ofNullable(grid(fields, keys)),
        keys,
        fields.text(270),
        fields.text(306),
        fields.text(42113).map(TiffDirectory::noData).orElseGet(OptionalInt::empty),
        input.length(),
        chain.mask(),
        chain.overviews());
  }

  /** Whether a file's own tags say all of where its first image lies. */
  static boolean isPlaced(TiffFields fields) throws IOException {
    GeoKeys keys = GeoKeys.of(fields.longs(34735));
    return keys.isKnown() && grid(fields, keys) != null;
  }

  /** After OGC 19-008r4, section 7.2 (raster to model coordinates). */
  private static @Nullable PixelGrid grid(TiffFields fields, GeoKeys keys) throws IOException {
    double[] matrix = fields.doubles(34264);
    double[] scale = fields.doubles(33550);
    double[] tie = fields.doubles(33922);
    try {
      PixelGrid grid = null;
      if (matrix.length >= 16) {
        grid = new PixelGrid(matrix[3], matrix[7], matrix[0], matrix[1], matrix[4], matrix[5]);
      } else if (scale.length >= 2 && tie.length >= 6) {
        double a = scale[0];
        double e = -Math.abs(scale[1]);
        grid = new PixelGrid(tie[3] - tie[0] * a, tie[4] - tie[1] * e, a, 0, 0, e);
      }
      return grid != null && keys.pixelIsPoint() ? cornerOf(grid) : grid;
    } catch (IllegalArgumentException e) {
      throw new TiffException("Its georeference is damaged; export it again.", e);
    }
  }

  private static PixelGrid cornerOf(PixelGrid centre) {
    return new PixelGrid(
        centre.x(-0.5, -0.5), centre.y(-0.5, -0.5), centre.a(), centre.b(), centre.d(), centre.e());
  }

  /** The same with a value that marks NoData, where it has none of its own. */
  TiffDirectory withNoData(OptionalInt other) {
    return noData.isPresent() || other.isEmpty()
        ? this
        : new TiffDirectory(
            shape, layout, grid, keys, description, dateTime, other, fileLength, mask, overviews);
  }

  /** The value that a text names, where it is one that a byte can hold. */
  static OptionalInt noData(String text) {
    try {
      double value = Double.parseDouble(text.trim());
      return value >= 0 && value <= 255 && value == Math.rint(value)
          ? OptionalInt.of((int) value)
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
