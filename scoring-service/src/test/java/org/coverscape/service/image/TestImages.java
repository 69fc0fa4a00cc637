package org.coverscape.service.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures for tests, and the files that hold them. */
public final class TestImages {
  private TestImages() {}

  /** A chip of noise, the same for the same seed. */
  public static byte[] noise(long seed) {
    byte[] rgb = new byte[ChipSource.BYTES];
    new Random(seed).nextBytes(rgb);
    return rgb;
  }

  /** A smooth chip, which survives JPEG almost unharmed. */
  public static byte[] smooth(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      double x = (i % width) / (double) width;
      int row = i / width;
      double y = row / (double) height;
      rgb[3 * i] = (byte) (40 + 150 * x);
      rgb[3 * i + 1] = (byte) (60 + 120 * y);
      rgb[3 * i + 2] = (byte) (90 + 60 * x * y);
    }
    return rgb;
  }

  /** A PNG file of a chip with stored blocks, as the engine sends it. */
  public static byte[] storedPng(byte[] rgb) {
    return png(rgb, 224, 224, 0, 0);
  }

  /**
   * A PNG file.
   *
   * @param level 0 (stored) to 9
   * @param filter 0 to 4 for every row, or 5 for each in turn
   */
  public static byte[] png(byte[] rgb, int width, int height, int level, int filter) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    return file(
        chunk("IHDR", header.array()),
        chunk("IDAT", deflate(filtered(rgb, width, height, filter), level)),
        chunk("IEND", new byte[0]));
  }

  /** A PNG file of some chunks. */
  public static byte[] file(byte[]... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    for (byte[] chunk : chunks) {
      out.writeBytes(chunk);
    }
    return out.toByteArray();
  }

  /** A chunk of a PNG file with its right checksum. */
  public static byte[] chunk(String type, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    out.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    CRC32 crc = new CRC32();
    crc.update(out.array(), 4, 4 + data.length);
    return out.putInt((int) crc.getValue()).array();
  }

  static byte[] deflate(byte[] data, int level) {
    Deflater deflater = new Deflater(level);
    deflater.setInput(data);
    deflater.finish();
    byte[] out = new byte[data.length + data.length / 10 + 100];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static byte[] filtered(byte[] rgb, int width, int height, int filter) {
    int length = 3 * width;
    byte[] rows = new byte[height * (length + 1)];
    for (int y = 0; y < height; y++) {
      int type = filter == 5 ? y % 5 : filter;
      rows[y * (length + 1)] = (byte) type;
      for (int i = 0; i < length; i++) {
        rows[y * (length + 1) + 1 + i] = filteredSample(rgb, y * length, i, length, type);
      }
    }
    return rows;
  }

  private static byte filteredSample(byte[] rgb, int start, int i, int length, int type) {
    int at = start + i;
    int left = i < 3 ? 0 : rgb[at - 3] & 0xff;
    int up = start == 0 ? 0 : rgb[at - length] & 0xff;
    int corner = start == 0 || i < 3 ? 0 : rgb[at - length - 3] & 0xff;
    int estimate = left + up - corner;
    int a = Math.abs(estimate - left);
    int b = Math.abs(estimate - up);
    int c = Math.abs(estimate - corner);
    int paeth = a <= b && a <= c ? left : b <= c ? up : corner;
    int predicted =
        switch (type) {
          case 1 -> left;
          case 2 -> up;
          case 3 -> (left + up) / 2;
          case 4 -> paeth;
          default -> 0;
        };
    return (byte) (rgb[at] - predicted);
  }

  /** A file as Java writes it: {@code png} or {@code jpg}. */
  public static byte[] byJava(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("Java does not write this image as " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pixels as Java's image. */
  public static BufferedImage picture(byte[] rgb, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < width * height; i++) {
      int r = rgb[3 * i] & 0xff;
      int g = rgb[3 * i + 1] & 0xff;
      int b = rgb[3 * i + 2] & 0xff;
      image.setRGB(i % width, i / width, r << 16 | g << 8 | b);
    }
    return image;
  }
}
