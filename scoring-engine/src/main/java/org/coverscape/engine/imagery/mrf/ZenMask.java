package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.util.Arrays;

/**
 * Which pixels of a JPEG page are zero: written beside the stream, since packing blurs them. One
 * bit each, in squares of 8 × 8 pixels, the lowest first; runs of bytes are marked by a byte that
 * is the first of all.
 */
final class ZenMask {
  /** How the segment APP3 that holds one begins. */
  static final String KEY = "Zen\0";

  private final byte[] bits;
  private final int across;

  private ZenMask(byte[] bits, int across) {
    this.bits = bits;
    this.across = across;
  }

  /**
   * Unpacks a mask.
   *
   * @param from index of its first byte, behind the key
   * @param to index behind its last; where both are equal no pixel is zero
   */
  static ZenMask read(byte[] stored, int from, int to, int width, int height) throws IOException {
    int across = (width + 7) / 8;
    byte[] bits = new byte[across * ((height + 7) / 8) * 8];
    if (from == to) {
      Arrays.fill(bits, (byte) 0xFF);
    } else {
      unpack(stored, from, to, bits);
    }
    return new ZenMask(bits, across);
  }

  private static void unpack(byte[] in, int from, int to, byte[] bits) throws IOException {
    byte mark = in[from];
    int at = from + 1;
    int out = 0;
    while (out < bits.length) {
      if (at >= to) {
        throw new IOException("a mask of zeros ends early");
      }
      byte value = in[at++];
      int run = 1;
      if (value == mark) {
        int head = next(in, at++, to);
        if (head > 0) {
          run = head;
          if (head < 4) {
            run = 256 * head + (head == 3 ? 256 * next(in, at++, to) : 0);
            run += next(in, at++, to);
          }
          value = (byte) next(in, at++, to);
        }
      }
      if (run > bits.length - out) {
        throw new IOException("a mask of more zeros than pixels");
      }
      if (run == 1) {
        bits[out++] = value;
      } else {
        Arrays.fill(bits, out, out + run, value);
        out += run;
      }
    }
  }

  private static int next(byte[] in, int at, int to) throws IOException {
    if (at >= to) {
      throw new IOException("a mask of zeros ends early");
    }
    return in[at] & 255;
  }

  /** Makes pixels zero that are so, and samples of all others at least 1. */
  void apply(byte[] page, PageForm form) {
    int at = 0;
    for (int y = 0; y < form.height(); y++) {
      int row = (y / 8 * across << 3) + y % 8;
      for (int x = 0; x < form.width(); x += 8, row += 8) {
        int end = at + Math.min(8, form.width() - x) * form.bands();
        if (bits[row] == -1) {
          raise(page, at, end);
        } else {
          apply(bits[row], page, at, end, form.bands());
        }
        at = end;
      }
    }
  }

  private static void raise(byte[] page, int from, int end) {
    for (int at = from; at < end; at++) {
      if (page[at] == 0) {
        page[at] = 1;
      }
    }
  }

  private static void apply(int row, byte[] page, int from, int end, int bands) {
    for (int at = from, bit = 0; at < end; at += bands, bit++) {
      if ((row >> bit & 1) == 0) {
        Arrays.fill(page, at, at + bands, (byte) 0);
      } else {
        raise(page, at, at + bands);
      }
    }
  }
}
