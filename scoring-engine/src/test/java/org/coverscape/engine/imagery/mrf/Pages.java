package org.coverscape.engine.imagery.mrf;

import io.airlift.compress.zstd.ZstdCompressor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures cut into pages, and pages packed as the formats say. */
final class Pages {
  private Pages() {}

  /** Pixels that differ in every band, row and column; interleaved. */
  static byte[] picture(int width, int height, int bands) {
    byte[] pixels = new byte[width * height * bands];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = i / bands;
      int x = pixel % width;
      int y = pixel / width;
      pixels[i] = (byte) (40 + 3 * x + 2 * y + 31 * (i % bands) + x * y % 5);
    }
    return pixels;
  }

  /** Pages of all bands, or of one each, row by row; 0 beyond the picture. */
  static List<byte[]> cut(
      byte[] picture, int width, int bands, int page, int pageBands, UnaryOperator<byte[]> pack) {
    int height = picture.length / bands / width;
    List<byte[]> pages = new ArrayList<>();
    for (int y = 0; y < height; y += page) {
      for (int x = 0; x < width; x += page) {
        for (int band = 0; band < bands; band += pageBands) {
          byte[] pixels = new byte[page * page * pageBands];
          for (int i = 0; i < pixels.length; i++) {
            int col = x + i / pageBands % page;
            int row = y + i / pageBands / page;
            if (col < width && row < height) {
              pixels[i] = picture[(row * width + col) * bands + band + i % pageBands];
            }
          }
          pages.add(pack.apply(pixels));
        }
      }
    }
    return pages;
  }

  static byte[] deflate(byte[] bytes, boolean raw) {
    Deflater deflater = new Deflater(6, raw);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length * 2 + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] zstd(byte[] bytes) {
    ZstdCompressor compressor = new ZstdCompressor();
    byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
    int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }

  /** Bytes sorted by their rank in the pixel, then as differences. */
  static byte[] ranked(byte[] bytes, int ranks) {
    byte[] sorted = new byte[bytes.length];
    int at = 0;
    for (int rank = 0; rank < ranks; rank++) {
      for (int i = rank; i < bytes.length; i += ranks) {
        sorted[at++] = bytes[i];
      }
    }
    for (int i = sorted.length - 1; i > 0; i--) {
      sorted[i] -= sorted[i - 1];
    }
    return sorted;
  }

  /** An image file of Java's own writers: of 1, 3 or 4 bands. */
  static byte[] image(byte[] pixels, int page, int bands, String format) {
    int[] kinds = {0, BufferedImage.TYPE_BYTE_GRAY, 0, BufferedImage.TYPE_INT_RGB};
    BufferedImage image =
        new BufferedImage(page, page, bands == 4 ? BufferedImage.TYPE_INT_ARGB : kinds[bands]);
    for (int i = 0; i < page * page; i++) {
      if (bands == 1) {
        image.getRaster().setSample(i % page, i / page, 0, pixels[i] & 255);
      } else {
        int argb = bands == 4 ? (pixels[4 * i + 3] & 255) << 24 : 0;
        for (int band = 0; band < 3; band++) {
          argb |= (pixels[i * bands + band] & 255) << 16 - 8 * band;
        }
        image.setRGB(i % page, i / page, argb);
      }
    }
    return written(image, format);
  }

  /** A PNG of indices into a palette where index i is (i, 255 − i, i / 2). */
  static byte[] palette(byte[] indices, int page) {
    byte[][] colours = new byte[3][256];
    for (int i = 0; i < 256; i++) {
      colours[0][i] = (byte) i;
      colours[1][i] = (byte) (255 - i);
      colours[2][i] = (byte) (i / 2);
    }
    IndexColorModel model = new IndexColorModel(8, 256, colours[0], colours[1], colours[2]);
    BufferedImage image = new BufferedImage(page, page, BufferedImage.TYPE_BYTE_INDEXED, model);
    image.getRaster().setDataElements(0, 0, page, page, indices);
    return written(image, "png");
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer of " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
