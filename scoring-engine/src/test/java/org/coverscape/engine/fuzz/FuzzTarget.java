package org.coverscape.engine.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * A parser that meets damaged input. It may answer or refuse with an {@link IOException} of one
 * plain sentence; anything else it throws is a finding, as are hanging and taking more memory than
 * {@link #mostBytes}.
 */
public interface FuzzTarget {
  /** Its name, fit for a file's. */
  String name();

  /** Whole files of every kind it reads, small ones. */
  List<byte[]> seeds();

  /**
   * Reads a file to the end, as the program does.
   *
   * @throws IOException when it is refused
   */
  void read(byte[] file) throws IOException;

  /** Bytes it may allocate for one input, kept or not. */
  default long mostBytes() {
    return 256L << 20;
  }
}
