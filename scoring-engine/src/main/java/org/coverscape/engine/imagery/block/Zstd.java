package org.coverscape.engine.imagery.block;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;

/** Unpacks Zstandard (RFC 8878); a frame that holds more than the block is damage. */
final class Zstd implements Expanding {
  private final ZstdDecompressor decompressor = new ZstdDecompressor();

  @Override
  public int expand(byte[] stored, int length, byte[] target, int limit) throws IOException {
    try {
      return decompressor.decompress(stored, 0, length, target, 0, limit);
    } catch (RuntimeException e) {
      throw new IOException("a block is no Zstandard frame of its size", e);
    }
  }
}
