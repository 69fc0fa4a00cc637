package org.coverscape.service.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Adler32;

/**
 * A zlib stream of stored blocks alone (RFC 1950; RFC 1951 §3.2.4), which need no inflating: they
 * are read where they lie. Everything that {@code Inflater} checks is checked here.
 */
final class StoredZlib {
  private static final int BLOCK_HEADER = 5;

  /** More blocks than this hold no picture, only an attack on memory. */
  private static final int MAX_BLOCKS = 1 << 16;

  private final List<ByteBuffer> blocks;
  private int block;

  private StoredZlib(List<ByteBuffer> blocks) {
    this.blocks = blocks;
  }

  /**
   * The stream's content, to be read once.
   *
   * @param length how many bytes it should hold
   * @return empty when it is compressed, damaged, of another length or in countless pieces: {@code
   *     Inflater} then says which
   */
  static Optional<StoredZlib> of(ByteBuffer zlib, int length) {
    ByteBuffer in = zlib.duplicate();
    if (in.remaining() < 2 || !isHeader(in.getShort() & 0xffff)) {
      return Optional.empty();
    }
    List<ByteBuffer> blocks = new ArrayList<>();
    Adler32 adler = new Adler32();
    int total = 0;
    boolean last = false;
    while (!last) {
      if (in.remaining() < BLOCK_HEADER || blocks.size() == MAX_BLOCKS) {
        return Optional.empty();
      }
      int kind = in.get();
      int size = littleEndian(in);
      int check = littleEndian(in);
      if (kind >> 1 != 0 || size != (~check & 0xffff) || size > in.remaining()) {
        return Optional.empty();
      }
      last = kind == 1;
      total += size;
      blocks.add(in.slice(in.position(), size));
      adler.update(in.slice(in.position(), size));
      in.position(in.position() + size);
    }
    boolean sound = total == length && in.remaining() == 4 && in.getInt() == (int) adler.getValue();
    return sound ? Optional.of(new StoredZlib(blocks)) : Optional.empty();
  }

  /** Method 8 (deflate), no dictionary, and a multiple of 31. */
  private static boolean isHeader(int header) {
    return (header >> 8 & 0xf) == 8 && (header & 0x20) == 0 && header % 31 == 0;
  }

  private static int littleEndian(ByteBuffer in) {
    return in.get() & 0xff | (in.get() & 0xff) << 8;
  }

  /** The next byte. */
  byte next() {
    return current().get();
  }

  /** The next bytes; there must be so many. */
  void read(byte[] target, int offset, int length) {
    int done = 0;
    while (done < length) {
      ByteBuffer from = current();
      int part = Math.min(length - done, from.remaining());
      from.get(target, offset + done, part);
      done += part;
    }
  }

  private ByteBuffer current() {
    while (!blocks.get(block).hasRemaining()) {
      block++;
    }
    return blocks.get(block);
  }
}
