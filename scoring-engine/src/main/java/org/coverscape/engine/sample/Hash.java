package org.coverscape.engine.sample;

/** Numbers that look random and depend on nothing but a seed and a place on an integer lattice. */
final class Hash {
  private Hash() {}

  /** 32 mixed bits; the mixing steps are those of the finalizer of MurmurHash3. */
  static int bits(int seed, int x, int y) {
    int h = seed * 0x9E3779B9 + x * 0x85EBCA6B + y * 0xC2B2AE35;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ h >>> 16;
  }

  /** A number from 0 to 1. */
  static double unit(int seed, int x, int y) {
    return (bits(seed, x, y) >>> 8) * 0x1p-24;
  }

  /** A number from 0 to 1 out of a part of some bits: part 0 to 3. */
  static double part(int bits, int part) {
    return (bits >>> 8 * part & 0xFF) / 255.0;
  }
}
