package org.coverscape.engine.imagery;

import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.region.PixelWindow;

/**
 * A small image held whole: JPEG, PNG or 8-bit TIFF, with or without georeference.
 *
 * @param width columns
 * @param height rows
 * @param rgb width × height × 3 bytes, row by row from the top
 * @param gsd ground sample distance in metres, where a georeference tells
 */
public record ImageFile(int width, int height, byte[] rgb, OptionalDouble gsd) {
  /** 48 MB, which is needed two or three times over while it is read. */
  private static final long MOST_PIXELS = 16_000_000;

  /**
   * Reads an image.
   *
   * @throws IOException with one plain sentence when it is none, is damaged or is too large to hold
   */
  public static ImageFile read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".tif") || name.endsWith(".tiff") ? readTiff(file) : readPicture(file);
  }

  private static ImageFile readTiff(Path file) throws IOException {
    OptionalDouble gsd = gsd(file);
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(file)) {
      int width = reader.width();
      int height = reader.height();
      checkSize(width, height);
      byte[] rgb = reader.readRgb(new PixelWindow(0, 0, width, height));
      return new ImageFile(width, height, rgb, gsd);
    }
  }

  private static OptionalDouble gsd(Path file) {
    try (ByteSource bytes = new FileBytes(file)) {
      ImageLocation location = ImageLocation.of(file);
      return OptionalDouble.of(new TiffFormat().describe(location, bytes, ImageFile::none).gsd());
    } catch (IOException e) {
      return OptionalDouble.empty(); // it tells no ground; whether its pixels can be read is next
    }
  }

  /** Files beside it are not looked at. */
  private static ByteSource none(ImageLocation beside) throws IOException {
    throw new FileNotFoundException(beside.name());
  }

  private static ImageFile readPicture(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
      if (readers == null || !readers.hasNext()) {
        throw new IOException("It is no image that can be read.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        checkSize(reader.getWidth(0), reader.getHeight(0));
        return of(reader.read(0));
      } catch (RuntimeException e) {
        throw new IOException("The image is damaged; make it again.", e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static void checkSize(int width, int height) throws IOException {
    if ((long) width * height > MOST_PIXELS) {
      throw new IOException("The image is too large to be one chip; cut it first.");
    }
  }

  private static ImageFile of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[width * height * 3];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        rgb[at++] = (byte) (row[x] >> 16);
        rgb[at++] = (byte) (row[x] >> 8);
        rgb[at++] = (byte) row[x];
      }
    }
    return new ImageFile(width, height, rgb, OptionalDouble.empty());
  }
}
