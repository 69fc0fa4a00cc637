package org.coverscape.engine.inference.directory;

/** A mistake in a list of services, whose sentence names file, entry and field. */
final class EntryFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  EntryFault(String sentence) {
    super(sentence);
  }

  EntryFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
