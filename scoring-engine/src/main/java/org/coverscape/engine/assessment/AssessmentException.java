package org.coverscape.engine.assessment;

/** A map cannot be assessed so; the message is one plain sentence that says what to do. */
public final class AssessmentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for a person. */
  public AssessmentException(String sentence) {
    super(sentence);
  }

  /** With a sentence for a person and what brought it about. */
  public AssessmentException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
