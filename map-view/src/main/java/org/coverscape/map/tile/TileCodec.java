package org.coverscape.map.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * How a tile is kept in a file: a header of 16 bytes (magic number, kind, width, height, CRC-32 of
 * the rest; big-endian) and the deflated planes of red, green, blue and, if any pixel is not
 * opaque, alpha. Each byte is the difference to its left neighbour. A place without a tile is a
 * header alone.
 */
final class TileCodec {
  private static final int MAGIC = 0x43565401;
  private static final int HEADER = 16;
  private static final short EMPTY = 0;
  private static final short OPAQUE = 3;
  private static final short WITH_ALPHA = 4;

  /** Where red, green, blue and alpha lie in a pixel. */
  private static final int[] SHIFTS = {16, 8, 0, 24};

  private static final int LARGEST = 4096;

  private TileCodec() {}

  /** The bytes of a tile or of a place without one. */
  static byte[] encode(Optional<TilePixels> tile) {
    if (tile.isEmpty()) {
      return header(EMPTY, 0, 0, new byte[0]).array();
    }
    TilePixels pixels = tile.get();
    short planes = isOpaque(pixels.argb()) ? OPAQUE : WITH_ALPHA;
    byte[] packed = deflate(differences(pixels, planes));
    return header(planes, pixels.width(), pixels.height(), packed).put(packed).array();
  }

  /**
   * The tile of some bytes, or that there is none.
   *
   * @throws IOException if the bytes are not what {@link #encode} wrote
   */
  static Optional<TilePixels> decode(byte[] bytes) throws IOException {
    if (bytes.length < HEADER) {
      throw new IOException("The kept tile is cut off.");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean known = in.getInt() == MAGIC;
    short planes = in.getShort();
    int width = in.getShort();
    int height = in.getShort();
    in.getShort();
    int sum = in.getInt();
    if (!known || planes < EMPTY || planes > WITH_ALPHA || crc(bytes, HEADER) != sum) {
      throw new IOException("The kept tile is damaged.");
    }
    if (planes == EMPTY) {
      return Optional.empty();
    }
    if (width <= 0 || height <= 0 || width > LARGEST || height > LARGEST) {
      throw new IOException("The kept tile is damaged.");
    }
    byte[] raw = inflate(bytes, planes * width * height);
    return Optional.of(new TilePixels(width, height, sums(raw, planes, width, height)));
  }

  private static ByteBuffer header(short planes, int width, int height, byte[] packed) {
    return ByteBuffer.allocate(HEADER + packed.length)
        .putInt(MAGIC)
        .putShort(planes)
        .putShort((short) width)
        .putShort((short) height)
        .putShort((short) 0)
        .putInt(crc(packed, 0));
  }

  private static int crc(byte[] bytes, int from) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, bytes.length - from);
    return (int) crc.getValue();
  }

  private static boolean isOpaque(int[] argb) {
    for (int pixel : argb) {
      if (pixel >>> 24 != 255) {
        return false;
      }
    }
    return true;
  }

  private static byte[] differences(TilePixels pixels, int planes) {
    int[] argb = pixels.argb();
    byte[] out = new byte[planes * argb.length];
    int at = 0;
    for (int plane = 0; plane < planes; plane++) {
      int left = 0;
      for (int pixel : argb) {
        int value = pixel >> SHIFTS[plane];
        out[at++] = (byte) (value - left);
        left = value;
      }
    }
    return out;
  }

  private static int[] sums(byte[] raw, int planes, int width, int height) {
    int[] argb = new int[width * height];
    int at = 0;
    for (int plane = 0; plane < planes; plane++) {
      int left = 0;
      for (int i = 0; i < argb.length; i++) {
        left = left + raw[at++] & 0xff;
        argb[i] |= left << SHIFTS[plane];
      }
    }
    for (int i = 0; planes == OPAQUE && i < argb.length; i++) {
      argb[i] |= 0xff000000;
    }
    return argb;
  }

  private static byte[] deflate(byte[] raw) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(raw);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length / 2);
      byte[] buffer = new byte[16_384];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflate(byte[] bytes, int length) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, HEADER, bytes.length - HEADER);
      byte[] raw = new byte[length];
      int filled = 0;
      while (filled < length && !inflater.finished() && !inflater.needsInput()) {
        filled += inflater.inflate(raw, filled, length - filled);
      }
      if (filled != length) {
        throw new IOException("The kept tile is cut off.");
      }
      return raw;
    } catch (DataFormatException e) {
      throw new IOException("The kept tile is damaged.", e);
    } finally {
      inflater.end();
    }
  }
}
