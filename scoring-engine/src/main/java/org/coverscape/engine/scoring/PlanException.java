package org.coverscape.engine.scoring;

/** What was asked for cannot be done; the message is one plain sentence that says what to do. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With its sentence. */
  public PlanException(String sentence) {
    super(sentence);
  }
}
