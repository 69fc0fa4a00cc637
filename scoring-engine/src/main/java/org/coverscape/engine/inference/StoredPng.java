package org.coverscape.engine.inference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;

/**
 * Pixels as a PNG file that is not compressed: lossless, readable by any decoder, and about a
 * hundred times cheaper to make than a compressed one. On a fast network the time counts, not the
 * bytes.
 *
 * <p>Format: PNG specification (ISO/IEC 15948), 8-bit truecolour, filter 0 on each row; zlib
 * wrapper of RFC 1950 around stored blocks of RFC 1951 §3.2.4. Thread-safe.
 */
public final class StoredPng {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;

  /** Deflate, window of 32 KiB, no dictionary, check bits: RFC 1950 §2.2. */
  private static final short ZLIB_HEADER = 0x7801;

  private static final int STORED_LIMIT = 65_535;
  private static final int STORED_HEADER = 5;
  private static final int CHUNK_FRAME = 12;
  private static final int HEADER_BYTES = 13;
  private static final byte EIGHT_BITS = 8;
  private static final byte TRUECOLOUR = 2;

  private final int width;
  private final int height;
  private final byte[] rgb;
  private final int rowBytes;
  private final int rowsPerBlock;

  private StoredPng(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
    this.rowBytes = 1 + 3 * width;
    this.rowsPerBlock = STORED_LIMIT / rowBytes;
  }

  /** The chip's pixels as the bytes of a PNG file. */
  public static byte[] encode(Chip chip) {
    return encode(ChipGrid.CHIP_PIXELS, ChipGrid.CHIP_PIXELS, chip.rgb());
  }

  /**
   * Pixels as the bytes of a PNG file.
   *
   * @param width 1 to 21,844 pixels: a row has to fit a stored block
   * @param height 1 pixel or more
   * @param rgb row by row from the top left, red, green, blue
   * @throws IllegalArgumentException when the size is out of range or does not match the bytes
   */
  public static byte[] encode(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || width > (STORED_LIMIT - 1) / 3) {
      throw new IllegalArgumentException("no PNG of " + width + " × " + height + " pixels");
    }
    if (rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(rgb.length + " bytes for " + width + " × " + height);
    }
    return new StoredPng(width, height, rgb).encode();
  }

  private byte[] encode() {
    int blocks = (height + rowsPerBlock - 1) / rowsPerBlock;
    int data =
        Math.addExact(
            Short.BYTES + blocks * STORED_HEADER + Integer.BYTES,
            Math.multiplyExact(height, rowBytes));
    ByteBuffer out =
        ByteBuffer.allocate(Math.addExact(data, Long.BYTES + 3 * CHUNK_FRAME + HEADER_BYTES));
    out.putLong(SIGNATURE);
    int header = beginChunk(out, "IHDR", HEADER_BYTES);
    out.putInt(width).putInt(height).put(EIGHT_BITS).put(TRUECOLOUR);
    out.put((byte) 0).put((byte) 0).put((byte) 0); // deflate, adaptive filters, not interlaced
    endChunk(out, header);
    int pixels = beginChunk(out, "IDAT", data);
    putZlib(out);
    endChunk(out, pixels);
    endChunk(out, beginChunk(out, "IEND", 0));
    return out.array();
  }

  /** Blocks hold whole rows, so that rows are copied without being split. */
  private void putZlib(ByteBuffer out) {
    out.putShort(ZLIB_HEADER);
    Adler32 adler = new Adler32();
    for (int row = 0; row < height; row += rowsPerBlock) {
      int rows = Math.min(rowsPerBlock, height - row);
      int length = rows * rowBytes;
      out.put((byte) (row + rows == height ? 1 : 0));
      putLittleEndian(out, length);
      putLittleEndian(out, ~length);
      int start = out.position();
      putRows(out, row, rows);
      adler.update(since(out, start));
    }
    out.putInt((int) adler.getValue());
  }

  private void putRows(ByteBuffer out, int firstRow, int rows) {
    for (int row = firstRow; row < firstRow + rows; row++) {
      out.put((byte) 0); // filter: none
      out.put(rgb, row * 3 * width, 3 * width);
    }
  }

  private static void putLittleEndian(ByteBuffer out, int value) {
    out.put((byte) value).put((byte) (value >>> Byte.SIZE));
  }

  /** Writes the length and the name; answers where the part begins that the CRC covers. */
  private static int beginChunk(ByteBuffer out, String name, int length) {
    out.putInt(length);
    int start = out.position();
    out.put(name.getBytes(StandardCharsets.US_ASCII));
    return start;
  }

  private static void endChunk(ByteBuffer out, int start) {
    CRC32 crc = new CRC32();
    crc.update(since(out, start));
    out.putInt((int) crc.getValue());
  }

  private static ByteBuffer since(ByteBuffer out, int start) {
    return out.duplicate().flip().position(start);
  }
}
