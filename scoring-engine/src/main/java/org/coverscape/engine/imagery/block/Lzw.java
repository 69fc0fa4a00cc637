package org.coverscape.engine.imagery.block;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Unpacks LZW as TIFF has it: codes of 9 to 12 bits, the highest bit first, one code wider a code
 * early (TIFF 6.0, section 13).
 *
 * <p>Every string of the table was written out once, a byte longer than the one before it; so the
 * table holds where that is, and no strings.
 */
final class Lzw implements Expanding {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int LEAST_BITS = 9;
  private static final int MOST_BITS = 12;
  private static final int MOST_CODES = 1 << MOST_BITS;

  private final int[] starts = new int[MOST_CODES];
  private final int[] lengths = new int[MOST_CODES];

  @Override
  public int expand(byte[] stored, int length, byte[] target, int limit) throws IOException {
    long bits = 0;
    int count = 0;
    int next = 0;
    int width = LEAST_BITS;
    int free = FIRST;
    int before = 0;
    int beforeLength = 0;
    int at = 0;
    while (at < limit) {
      if (count < width) {
        if (next + Integer.BYTES <= length) {
          bits = bits << Integer.SIZE | (int) INT.get(stored, next) & 0xFFFF_FFFFL;
          next += Integer.BYTES;
          count += Integer.SIZE;
        } else if (next < length) {
          bits = bits << Byte.SIZE | stored[next++] & 255;
          count += Byte.SIZE;
          continue;
        } else {
          return at;
        }
      }
      count -= width;
      int code = (int) (bits >>> count) & (1 << width) - 1;
      if (code == CLEAR) {
        width = LEAST_BITS;
        free = FIRST;
        beforeLength = 0;
        continue;
      }
      if (code == END) {
        return at;
      }
      if (beforeLength > 0 && free < MOST_CODES) {
        starts[free] = before;
        lengths[free] = beforeLength + 1;
        free++;
        if (free == (1 << width) - 1 && width < MOST_BITS) {
          width++;
        }
      }
      before = at;
      if (code < CLEAR) {
        target[at++] = (byte) code;
        beforeLength = 1;
      } else {
        if (code >= free) {
          throw new IOException("a code that stands for nothing");
        }
        beforeLength = Math.min(lengths[code], limit - at);
        copy(target, starts[code], at, beforeLength);
        at += beforeLength;
      }
    }
    return at;
  }

  /** Up to seven bytes too many, where the two are so far from each other. */
  private static void copy(byte[] target, int from, int to, int length) {
    if (to - from >= Long.BYTES) {
      for (int i = 0; i < length; i += Long.BYTES) {
        LONG.set(target, to + i, (long) LONG.get(target, from + i));
      }
    } else {
      for (int i = 0; i < length; i++) {
        target[to + i] = target[from + i];
      }
    }
  }
}
