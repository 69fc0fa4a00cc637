package org.coverscape.engine.imagery.block;

import java.io.IOException;
import java.util.Arrays;

/** Unpacks runs of bytes that are equal, or are not (TIFF 6.0, section 9). */
final class PackBits implements Expanding {
  private static final int NOTHING = -128;

  @Override
  public int expand(byte[] stored, int length, byte[] target, int limit) throws IOException {
    int next = 0;
    int at = 0;
    while (at < limit && next < length) {
      int head = stored[next++];
      if (head >= 0) {
        int count = Math.min(head + 1, limit - at);
        if (count > length - next) {
          throw new IOException("a run of bytes ends early");
        }
        System.arraycopy(stored, next, target, at, count);
        next += head + 1;
        at += count;
      } else if (head != NOTHING) {
        if (next == length) {
          throw new IOException("a run of bytes without the byte");
        }
        int count = Math.min(1 - head, limit - at);
        Arrays.fill(target, at, at + count, stored[next++]);
        at += count;
      }
    }
    return at;
  }
}
