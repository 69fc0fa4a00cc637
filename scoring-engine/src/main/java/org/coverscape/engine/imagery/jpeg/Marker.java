package org.coverscape.engine.imagery.jpeg;

/** The second bytes of the markers that matter here (ITU-T T.81, table B.1). */
final class Marker {
  static final int SEQUENTIAL = 0xC0;
  static final int EXTENDED = 0xC1;
  static final int HUFFMAN_TABLES = 0xC4;
  static final int RESERVED_FRAME = 0xC8;
  static final int ARITHMETIC_TABLES = 0xCC;
  static final int LAST_FRAME = 0xCF;
  static final int FIRST_RESTART = 0xD0;
  static final int LAST_RESTART = 0xD7;
  static final int START = 0xD8;
  static final int END = 0xD9;
  static final int SCAN = 0xDA;
  static final int STEPS = 0xDB;
  static final int RESTART_INTERVAL = 0xDD;

  private Marker() {}

  /** Whether a marker begins a frame of whichever kind. */
  static boolean isFrame(int marker) {
    return marker >= SEQUENTIAL
        && marker <= LAST_FRAME
        && marker != HUFFMAN_TABLES
        && marker != RESERVED_FRAME
        && marker != ARITHMETIC_TABLES;
  }

  /** Whether a marker stands between two intervals of a scan. */
  static boolean isRestart(int marker) {
    return marker >= FIRST_RESTART && marker <= LAST_RESTART;
  }
}
