package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.coverscape.engine.imagery.block.DeflateBytes;

/**
 * Pages that are PNG streams of 8 or 16 bits. Indices of colours stay so in images of one band, and
 * become colours in those of more.
 */
final class PngPages implements PageDecoder {
  private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;
  private static final int IHDR = 0x4948_4452;
  private static final int PLTE = 0x504C_5445;
  private static final int TRNS = 0x7452_4E53;
  private static final int IDAT = 0x4944_4154;
  private static final int IEND = 0x4945_4E44;
  private static final int COLOURS = 256;

  private final PageForm form;
  private final boolean indexed;
  private final DeflateBytes deflate = new DeflateBytes();
  private final byte[] palette = new byte[4 * COLOURS];
  private boolean named;
  private byte[] packed = {};
  private byte[] rows = {};

  /**
   * A decoder.
   *
   * @param indexed whether indices of colours are what is wanted
   */
  PngPages(PageForm form, boolean indexed) {
    this.form = form;
    this.indexed = indexed || form.bands() == 1;
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    try {
      read(stored, ByteBuffer.wrap(stored, 0, length), page);
    } catch (BufferUnderflowException e) {
      throw new IOException("a PNG stream ends early", e);
    }
  }

  private void read(byte[] stored, ByteBuffer in, byte[] page) throws IOException {
    if (in.getLong() != SIGNATURE) {
      throw new IOException("a page is no PNG stream");
    }
    PngHeader header = null;
    named = false;
    int packedLength = 0;
    packed = packed.length < in.remaining() ? new byte[in.remaining()] : packed;
    for (int kind = 0; kind != IEND; ) {
      int length = in.getInt();
      kind = in.getInt();
      check(stored, in, length);
      int end = in.position() + length + Integer.BYTES;
      switch (kind) {
        case IHDR -> header = PngHeader.read(in, length);
        case PLTE -> colours(in, length);
        case TRNS -> alphas(in, length);
        case IDAT -> {
          in.get(packed, packedLength, length);
          packedLength += length;
        }
        default -> {}
      }
      in.position(end);
    }
    if (header == null) {
      throw new IOException("a PNG stream without a header");
    }
    unpack(header, packedLength, page);
  }

  private static void check(byte[] stored, ByteBuffer in, int length) throws IOException {
    if (length < 0 || length > in.remaining() - Integer.BYTES) {
      throw new IOException("a PNG stream ends early");
    }
    CRC32 crc = new CRC32();
    crc.update(stored, in.position() - Integer.BYTES, length + Integer.BYTES);
    if ((int) crc.getValue() != in.getInt(in.position() + length)) {
      throw new IOException("the checksum of a PNG stream is wrong");
    }
  }

  private void colours(ByteBuffer in, int length) {
    named = true;
    java.util.Arrays.fill(palette, (byte) 255);
    for (int i = 0; i < Math.min(length / 3, COLOURS); i++) {
      in.get(palette, 4 * i, 3);
    }
  }

  private void alphas(ByteBuffer in, int length) {
    for (int i = 0; i < Math.min(length, COLOURS); i++) {
      palette[4 * i + 3] = in.get();
    }
  }

  private void unpack(PngHeader header, int packedLength, byte[] page) throws IOException {
    int bytes = form.type().bytes();
    boolean coloured = header.colour() == PngHeader.PALETTE && !indexed;
    boolean fits =
        coloured
            ? named && bytes == 1 && (form.bands() == 3 || form.bands() == 4)
            : header.channels() == form.bands();
    if (header.width() != form.width()
        || header.height() != form.height()
        || header.bits() != 8 * bytes
        || !fits) {
      throw new IOException("a PNG stream of another size or kind than its page");
    }
    int rowBytes = form.width() * header.channels() * bytes;
    int size = (rowBytes + 1) * form.height();
    rows = rows.length < size ? new byte[size] : rows;
    if (deflate.unpack(packed, packedLength, rows) != size) {
      throw new IOException("a PNG stream of another size than it says");
    }
    PngRows.restore(rows, form.height(), rowBytes, header.channels() * bytes);
    for (int y = 0; y < form.height(); y++) {
      take(y * (rowBytes + 1) + 1, rowBytes, coloured, page, y * form.width() * form.pixelBytes());
    }
  }

  private void take(int from, int rowBytes, boolean coloured, byte[] page, int to) {
    if (coloured) {
      for (int i = 0; i < rowBytes; i++) {
        int colour = 4 * (rows[from + i] & 255);
        System.arraycopy(palette, colour, page, to + i * form.bands(), form.bands());
      }
    } else if (form.type().bytes() == 2) {
      for (int i = 0; i < rowBytes; i += 2) {
        page[to + i] = rows[from + i + 1];
        page[to + i + 1] = rows[from + i];
      }
    } else {
      System.arraycopy(rows, from, page, to, rowBytes);
    }
  }
}
