package org.coverscape.cli.bench;

/** A measurement that cannot be made or is worth nothing; the message is one plain sentence. */
public final class BenchFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchFault(String sentence) {
    super(sentence);
  }

  BenchFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
