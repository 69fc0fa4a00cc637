package org.coverscape.service.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** The chunks of a PNG file (W3C PNG, §5), each with its checksum verified. */
final class PngChunks {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;

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
  static boolean isPng(ByteBuffer file) {
    return file.remaining() >= Long.BYTES && file.getLong(0) == SIGNATURE;
  }

  /**
   * The chunks that make the picture: IHDR, then each IDAT.
   *
   * @throws ImageFault when the file is truncated, a checksum is wrong, or it does not begin with
   *     IHDR
   */
  static List<Chunk> of(ByteBuffer file) throws ImageFault {
    List<Chunk> chunks = new ArrayList<>();
    int at = Long.BYTES;
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

  private static Chunk at(ByteBuffer file, int at) throws ImageFault {
    int room = file.limit() - at - 12;
    int length = room < 0 ? -1 : file.getInt(at);
    if (length < 0 || length > room) {
      throw ImageFault.damaged("PNG");
    }
    CRC32 crc = new CRC32();
    crc.update(file.slice(at + 4, length + 4));
    if ((int) crc.getValue() != file.getInt(at + 8 + length)) {
      throw ImageFault.damaged("PNG");
    }
    return new Chunk(file.getInt(at + 4), file.slice(at + 8, length));
  }
}
