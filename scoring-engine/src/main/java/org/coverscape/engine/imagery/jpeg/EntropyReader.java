package org.coverscape.engine.imagery.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the coefficients of blocks, bit by bit (ITU-T T.81, F.2.2). Where the bits end early zeros
 * are read, which {@link #finish} and the next filling tell. Not thread-safe.
 */
final class EntropyReader {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** A code and its number have no more bits together, which is what a filling makes sure of. */
  private static final int ENOUGH = 32;

  private final byte[] stored;
  private final int end;
  private int at;
  private long bits;
  private int count;
  private int made;
  private long filled;

  /** Reads up to the next marker, but never beyond an index. */
  EntropyReader(byte[] stored, int at, int end) {
    this.stored = stored;
    this.at = at;
    this.end = end;
  }

  /** Goes on behind a marker. */
  void restart(int index) {
    at = index;
    bits = 0;
    count = 0;
    made = 0;
  }

  /** Which coefficients the last block had beside the first: a bit each, from the lowest on. */
  long filled() {
    return filled;
  }

  /**
   * Reads a block.
   *
   * @param steps by which coefficients are multiplied, in the order of the stream
   * @param before the first coefficient of the component's block before
   * @param block takes the coefficients that are not zero, row by row
   * @return the first coefficient, before it was multiplied
   */
  int read(HuffmanTable first, HuffmanTable rest, float[] steps, int before, float[] block)
      throws JpegException {
    if (count < ENOUGH) {
      fill();
    }
    int entry = first.entries()[(int) (bits >>> Long.SIZE - HuffmanTable.BITS)];
    if (entry == 0) {
      entry = first.longEntry(bits);
    }
    drop(entry & 31);
    int value = entry >> 16;
    int size = entry >> 12 & 15;
    if (size > 0) {
      value = number(bits, size);
      drop(size);
    }
    block[0] = (before + value) * steps[0];
    readRest(rest, steps, block);
    return before + value;
  }

  private void drop(int taken) {
    bits <<= taken;
    count -= taken;
  }

  /** A number of so many bits, those below zero as their positive ones turned over (F.12). */
  private static int number(long bits, int size) {
    int raw = (int) (bits >>> Long.SIZE - size);
    return raw + ((int) ~(bits >> Long.SIZE - 1) & (-1 << size) + 1);
  }

  private void readRest(HuffmanTable table, float[] steps, float[] block) throws JpegException {
    int[] entries = table.entries();
    long have = bits;
    int left = count;
    long seen = 0;
    for (int k = 1; k < 64; k++) {
      if (left < ENOUGH) {
        bits = have;
        count = left;
        fill();
        have = bits;
        left = count;
      }
      int entry = entries[(int) (have >>> Long.SIZE - HuffmanTable.BITS)];
      if (entry == 0) {
        entry = table.longEntry(have);
      }
      have <<= entry;
      left -= entry & 31;
      int value = entry >> 16;
      k += entry >> 8 & 15;
      if (value == 0) {
        int size = entry >> 12 & 15;
        if (size == 0) {
          if ((entry >> 8 & 15) == 15) {
            continue; // sixteen zeros
          }
          break;
        }
        value = number(have, size);
        have <<= size;
        left -= size;
      }
      if (k > 63) {
        throw new JpegException("a block of more than 64 coefficients");
      }
      int index = ZigZag.INDEX[k];
      block[index] = value * steps[k];
      seen |= 1L << index;
    }
    bits = have;
    count = left;
    filled = seen;
  }

  private void fill() throws JpegException {
    if (at <= end - Integer.BYTES) {
      int next = (int) INTS.get(stored, at);
      if ((~next - 0x0101_0101 & next & 0x8080_8080) == 0) { // none of the bytes is 0xFF
        bits |= (next & 0xFFFF_FFFFL) << Integer.SIZE - count;
        count += Integer.SIZE;
        at += Integer.BYTES;
        return;
      }
    }
    fillByBytes();
  }

  private void fillByBytes() throws JpegException {
    if (count < made) {
      throw new JpegException("a scan that ends early");
    }
    while (count <= Long.SIZE - Byte.SIZE) {
      long next = nextByte();
      bits |= next << Long.SIZE - Byte.SIZE - count;
      count += Byte.SIZE;
    }
  }

  /** The next byte of the scan; zeros from the next marker on. */
  private int nextByte() {
    int next = at < end ? stored[at] & 255 : 0xFF;
    if (next != 0xFF) {
      at++;
    } else if (at + 1 < end && stored[at + 1] == 0) {
      at += 2;
    } else {
      made += Byte.SIZE;
      return 0;
    }
    return next;
  }

  /**
   * Ends an interval.
   *
   * @return index of the marker that should follow
   * @throws JpegException when it ended too early, or when bytes are left
   */
  int finish() throws JpegException {
    if (count < made) {
      throw new JpegException("a scan that ends early");
    }
    if (count - made >= Byte.SIZE) {
      throw new JpegException("a scan that does not end");
    }
    return at;
  }
}
