package org.coverscape.engine.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * A parser and its whole files.
 *
 * @param name fit for a file's
 * @param seeds whole files
 * @param reading reads one
 */
record PlainTarget(String name, List<byte[]> seeds, Reading reading) implements FuzzTarget {
  /** Reads a file. */
  @FunctionalInterface
  interface Reading {
    void read(byte[] file) throws IOException;
  }

  /** The same with those of the files alone that are not refused as they are. */
  static PlainTarget ofReadable(String name, List<byte[]> seeds, Reading reading) {
    return new PlainTarget(
        name, seeds.stream().filter(seed -> isRead(seed, reading)).toList(), reading);
  }

  private static boolean isRead(byte[] seed, Reading reading) {
    try {
      reading.read(seed);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void read(byte[] file) throws IOException {
    reading.read(file);
  }
}
