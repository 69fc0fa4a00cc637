package org.coverscape.engine.imagery.lerc;

/** The checksum of LERC 2: that of Fletcher in 32 bits, over words of two bytes, highest first. */
final class Fletcher {
  /** Words whose sums cannot run over. */
  private static final int BATCH = 359;

  private Fletcher() {}

  static int sum(byte[] bytes, int from, int to) {
    int one = 0xFFFF;
    int two = 0xFFFF;
    int at = from;
    while (to - at > 1) {
      int stop = at + 2 * Math.min((to - at) / 2, BATCH);
      while (at < stop) {
        one += (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
        two += one;
        at += 2;
      }
      one = fold(one);
      two = fold(two);
    }
    if (at < to) {
      one += (bytes[at] & 255) << 8;
      two += one;
    }
    // where the first sum is one bit too long, the bit falls on the second: so LERC has it
    return fold(two) << 16 | fold(one);
  }

  private static int fold(int sum) {
    return (sum & 0xFFFF) + (sum >>> 16);
  }
}
