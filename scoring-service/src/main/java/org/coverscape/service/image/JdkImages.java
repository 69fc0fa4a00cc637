package org.coverscape.service.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes JPEG, and the rarer kinds of PNG, with the readers that come with Java. */
final class JdkImages {
  private JdkImages() {}

  /**
   * Decodes a file.
   *
   * @param format {@code png} or {@code jpeg}
   * @throws ImageFault when it is damaged, truncated, too large or of a kind Java does not read
   */
  static RgbImage decode(ByteBuffer file, String format) throws ImageFault {
    ImageReader reader = reader(format);
    try (ImageInputStream in = new MemoryCacheImageInputStream(stream(file))) {
      List<String> warnings = new ArrayList<>();
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      reader.setInput(in, true, true);
      RgbImage.checkSize(reader.getWidth(0), reader.getHeight(0));
      RgbImage image = samples(reader.read(0));
      if (warnings.stream().anyMatch(JdkImages::tellsOfMissingData)) {
        throw ImageFault.damaged(format.toUpperCase(Locale.ROOT));
      }
      return image;
    } catch (IOException | RuntimeException e) { // Java's readers answer bad data with either
      if ("Unsupported Image Type".equals(e.getMessage())) {
        throw new ImageFault(
            "The image has a kind of colour that is not read, such as CMYK; send 8-bit RGB.", e);
      }
      throw ImageFault.damaged(format.toUpperCase(Locale.ROOT), e);
    } finally {
      reader.dispose();
    }
  }

  private static InputStream stream(ByteBuffer file) {
    return new ByteArrayInputStream(
        file.array(), file.arrayOffset() + file.position(), file.remaining());
  }

  /** Java's own reader: others that happen to be on the class path would read differently. */
  private static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.plugins.")) {
        return reader;
      }
    }
    throw new IllegalStateException("Java has no reader for " + format);
  }

  /** Java's JPEG reader only warns where a file ends early, and fills the rest with grey. */
  private static boolean tellsOfMissingData(String warning) {
    String text = warning.toLowerCase(Locale.ROOT);
    return text.contains("premature") || text.contains("missing eoi") || text.contains("truncated");
  }

  private static RgbImage samples(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    boolean palette = image.getColorModel() instanceof IndexColorModel;
    for (int y = 0; y < height; y++) {
      if (palette) {
        copyColours(image, y, rgb);
      } else {
        copySamples(image.getRaster(), y, rgb);
      }
    }
    return new RgbImage(width, height, rgb);
  }

  private static void copyColours(BufferedImage image, int y, byte[] rgb) {
    int width = image.getWidth();
    int[] argb = image.getRGB(0, y, width, 1, null, 0, width);
    int at = 3 * width * y;
    for (int pixel : argb) {
      rgb[at++] = (byte) (pixel >> 16);
      rgb[at++] = (byte) (pixel >> 8);
      rgb[at++] = (byte) pixel;
    }
  }

  /** Samples as stored: Java's own conversion to RGB would brighten greys. */
  private static void copySamples(Raster raster, int y, byte[] rgb) {
    int width = raster.getWidth();
    boolean colour = raster.getNumBands() > 2;
    int shift = raster.getSampleModel().getSampleSize(0) > 8 ? 8 : 0;
    for (int band = 0; band < 3; band++) {
      int[] row = raster.getSamples(0, y, width, 1, colour ? band : 0, (int[]) null);
      for (int x = 0; x < width; x++) {
        rgb[3 * (width * y + x) + band] = (byte) (row[x] >> shift);
      }
    }
  }
}
