package org.coverscape.cli;

/** The verb cannot go on; the message is one plain sentence that says what to do. */
final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserException(String sentence) {
    super(sentence);
  }

  UserException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
