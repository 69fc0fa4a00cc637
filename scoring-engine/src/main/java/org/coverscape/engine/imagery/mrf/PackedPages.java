package org.coverscape.engine.imagery.mrf;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import org.coverscape.engine.imagery.block.DeflateBytes;

/** Pages that are packed once more, whatever they are. */
final class PackedPages implements PageDecoder {
  /** Bytes by which a page may be longer than its samples once it is unpacked. */
  private static final int MORE = 1440;

  private final PageForm form;
  private final MrfHeader.Packing packing;
  private final boolean ranked;
  private final PageDecoder inside;
  private final DeflateBytes deflate = new DeflateBytes();
  private final ZstdDecompressor zstd = new ZstdDecompressor();
  private byte[] unpacked = {};
  private byte[] sorted = {};

  /**
   * A decoder.
   *
   * @param ranked whether what Zstandard packs are samples sorted by the rank of their bytes
   */
  PackedPages(PageForm form, MrfHeader.Packing packing, boolean ranked, PageDecoder inside) {
    this.form = form;
    this.packing = packing;
    this.ranked = ranked;
    this.inside = inside;
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    if (unpacked.length == 0) {
      unpacked = new byte[form.bytes() + MORE];
    }
    int count =
        switch (packing) {
          case ZSTD -> zstd(stored, length);
          case RAW_DEFLATE -> deflate.unpackRaw(stored, length, unpacked);
          default -> deflate.unpack(stored, length, unpacked);
        };
    byte[] bytes = packing == MrfHeader.Packing.ZSTD && ranked ? unranked(count) : unpacked;
    inside.decode(bytes, count, page, wanted);
  }

  private int zstd(byte[] stored, int length) throws IOException {
    try {
      return zstd.decompress(stored, 0, length, unpacked, 0, unpacked.length);
    } catch (MalformedInputException e) {
      throw new IOException("a page that is no Zstandard stream", e);
    }
  }

  /**
   * Each byte is stored as its difference from the one before; first come the first bytes of all
   * pixels, then the second ones, and so on.
   */
  private byte[] unranked(int count) {
    int ranks = form.pixelBytes();
    int each = count / ranks;
    if (sorted.length == 0) {
      sorted = new byte[unpacked.length];
    }
    byte sum = 0;
    int at = 0;
    for (int rank = 0; rank < ranks; rank++) {
      int end = rank + each * ranks;
      for (int to = rank; to < end; to += ranks) {
        sum += unpacked[at++];
        sorted[to] = sum;
      }
    }
    return sorted;
  }

  @Override
  public void close() {
    inside.close();
    unpacked = new byte[0];
    sorted = new byte[0];
  }
}
