package org.coverscape.engine.inference;

/** A service did not give a usable answer. The message is one plain sentence for a person. */
public final class ServiceFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What can be done about it. */
  public enum Kind {
    /** Nobody answers there, for now: another service, or a later try, may. */
    UNREACHABLE,
    /** It has more to do than it takes on: it may say yes to fewer chips, or a little later. */
    OVERLOADED,
    /** It answers, but not this time: late, interrupted, out of order. */
    TEMPORARY,
    /** What it answers is of no use: a wrong number of scores, or none at all. */
    UNUSABLE,
    /** It will say the same again: wrong request, wrong key, wrong model. */
    PERMANENT
  }

  private final Kind kind;

  /** A fault with its sentence and its cause. */
  public ServiceFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A fault with its sentence. */
  public ServiceFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What can be done about it. */
  public Kind kind() {
    return kind;
  }
}
