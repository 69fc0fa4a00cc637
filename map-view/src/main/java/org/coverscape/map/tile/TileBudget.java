package org.coverscape.map.tile;

/** How much memory the tiles of a layer may take. Stateless. */
final class TileBudget {
  /** No layer takes more than this part of the memory of the program. */
  private static final int SHARE = 12;

  private static final long TILE = 4L * TileAddress.SIZE * TileAddress.SIZE;

  private TileBudget() {}

  /** Bytes for a layer: what it asks for, or less where the program has little memory. */
  static long bytes(long asked) {
    return bytes(asked, Runtime.getRuntime().maxMemory());
  }

  /** Bytes for a layer in a program that may use some bytes in all. */
  static long bytes(long asked, long memory) {
    return Math.min(asked, memory / SHARE);
  }

  /** How many tiles of the usual size fit; one at least. */
  static int tiles(long bytes) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / TILE));
  }
}
