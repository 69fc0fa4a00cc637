package org.coverscape.service.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** The chunks of a PNG file (W3C PNG, §5), each with its checksum verified. */
final class PngChunks {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Chunk types as big-endian numbers of their four letters. */
  static final int IHDR = 0x49484452;

  static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;

  /** More pieces than this hold no picture, only an attack on memory. */
  private static final int MAX_CHUNKS = 1 << 16;

  private PngChunks() {}

  /**
   * One chunk.
   *
   * @param type four letters as a big-endian number
   * @param data its data, without length, type and checksum
   */
  record Chunk(int type, ByteBuffer data) {}

  /** Whether a file begins as every PNG does. */
  static boolean isPng(byte[] file) {
    return file.length >= SIGNATURE.length
        && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /**
   * The chunks that make the picture: IHDR, then each IDAT.
   *
   * @throws ImageFault when the file is truncated, a checksum is wrong, or it does not begin with
   *     IHDR
   */
  static List<Chunk> of(byte[] file) throws ImageFault {
    List<Chunk> chunks = new ArrayList<>();
    int at = SIGNATURE.length;
    Chunk chunk = at(file, at);
    if (chunk.type() != IHDR || chunk.data().remaining() != 13) {
      throw ImageFault.damaged("PNG");
    }
    while (chunk.type() != IEND) {
      if (chunk.type() == IDAT || chunks.isEmpty()) {
        chunks.add(chunk);
      }
      at += 12 + chunk.data().remaining();
      chunk = at(file, at);
      if (chunks.size() > MAX_CHUNKS) {
        throw ImageFault.damaged("PNG");
      }
    }
    return chunks;
  }

  private static Chunk at(byte[] file, int at) throws ImageFault {
    int room = file.length - at - 12;
    int length = room < 0 ? -1 : ByteBuffer.wrap(file).getInt(at);
    if (length < 0 || length > room) {
      throw ImageFault.damaged("PNG");
    }
    CRC32 crc = new CRC32();
    crc.update(file, at + 4, length + 4);
    if ((int) crc.getValue() != ByteBuffer.wrap(file).getInt(at + 8 + length)) {
      throw ImageFault.damaged("PNG");
    }
    return new Chunk(
        ByteBuffer.wrap(file).getInt(at + 4), ByteBuffer.wrap(file, at + 8, length).slice());
  }
}
